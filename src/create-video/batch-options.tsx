import { useQuery } from '@tanstack/react-query'
import { aspectRatios, longestScript } from '#heygen/schemas/video-choices.ts'
import { batchText } from '#messages/en-batch.ts'
import { createText } from '#messages/en-create.ts'
import { voiceQueries } from '#queries/voices.ts'
import { Button } from '#ui/button.tsx'
import { Tiles } from '#ui/tiles.tsx'
import { VoiceField } from '#voices/voice-field.tsx'
import type { Draft } from './draft.ts'
import { lengthWords } from './length-words.ts'
import { MoreOptions } from './more-options.tsx'
import { OutputFields } from './output-fields.tsx'
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
        <OutputFields draft={draft} change={change} errors={errors} />
      </div>
      <MoreOptions draft={draft} change={change} errors={errors} />
    </div>
  )
}
