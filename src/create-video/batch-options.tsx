import { useQuery } from '@tanstack/react-query'
import { aspectRatios, longestScript, resolutions } from '#heygen/schemas/video-choices.ts'
import { batchText } from '#messages/en-batch.ts'
import { createText } from '#messages/en-create.ts'
import { voiceQueries } from '#queries/voices.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { Tiles } from '#ui/tiles.tsx'
import { VoiceField } from '#voices/voice-field.tsx'
import type { Draft } from './draft.ts'
import { lengthWords } from './length-words.ts'
import { MoreOptions } from './more-options.tsx'
import { TextField } from './text-field.tsx'
import type { Change } from './use-draft.ts'
import type { FieldErrors } from './validate.ts'

const { label } = createText

interface BatchOptionsProps {
  draft: Draft
  change: Change
  errors: FieldErrors
}

/** What all the videos of a batch share. */
export function BatchOptions({ draft, change, errors }: BatchOptionsProps) {
  const voice = useQuery({ ...voiceQueries.detail(draft.voiceId ?? ''), enabled: draft.voiceId !== null })
  return (
    <div className="flex flex-col gap-5">
      <TextField
        label={label.script}
        value={draft.script}
        most={longestScript}
        hint={lengthWords(draft)}
        placeholder={createText.placeholder.script}
        error={errors.script}
        onChange={(script) => change({ script })}
      />
      <div>
        <VoiceField
          label={label.voice}
          voice={voice.error ? null : voice.data}
          voiceId={draft.voiceId}
          isDefault={false}
          onPick={(picked) => change({ voiceId: picked?.voice_id ?? null })}
          none={batchText.ownVoice}
        />
        <div className="mt-1.5 flex min-h-6 items-center justify-between text-13 text-ink-2">
          {batchText.voiceHint}
          {draft.voiceId !== null && (
            <Button variant="quiet" className="h-6 px-2 text-13" onClick={() => change({ voiceId: null })}>
              {batchText.ownVoice}
            </Button>
          )}
        </div>
      </div>
      <Tiles
        label={label.aspectRatio}
        className="grid grid-cols-3 gap-2 sm:grid-cols-6"
        value={draft.aspectRatio}
        options={aspectRatios.map((value) => ({
          value,
          label: value === 'auto' ? createText.aspectRatio.auto : value,
        }))}
        onChange={(aspectRatio) => change({ aspectRatio })}
        error={errors.aspectRatio}
      />
      <div className="grid gap-5 sm:grid-cols-2 sm:gap-3">
        <Field label={label.resolution} error={errors.resolution}>
          {(control) => (
            <Select
              {...control}
              value={draft.resolution}
              options={resolutions.map((value) => ({ value, label: createText.resolution[value] }))}
              onChange={(resolution) => change({ resolution })}
            />
          )}
        </Field>
        <Field label={label.captions} error={errors.captions}>
          {(control) => (
            <Select
              {...control}
              value={draft.captions}
              options={(['off', 'file', 'burned'] as const).map((value) => ({
                value,
                label: createText.captions[value],
              }))}
              onChange={(captions) => change({ captions })}
            />
          )}
        </Field>
      </div>
      <MoreOptions draft={draft} change={change} errors={errors} />
    </div>
  )
}
