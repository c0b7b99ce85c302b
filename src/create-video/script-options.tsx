import type { Account } from '#heygen/schemas/account.ts'
import { longestScript, type Engine, type Expressiveness } from '#heygen/schemas/video-choices.ts'
import { engineWord } from '#looks/look-words.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import { Field, inputStyles } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { Tiles } from '#ui/tiles.tsx'
import { engineEstimate } from './cost.ts'
import { lengthWords } from './length-words.ts'
import { MoreOptions } from './more-options.tsx'
import { OutputFields } from './output-fields.tsx'
import type { OptionsProps } from './picture-options.tsx'
import { engineOf } from './rules.ts'
import { TextField } from './text-field.tsx'
import { VoiceChoice } from './voice-choice.tsx'

const { label } = createText

export interface ScriptOptionsProps extends OptionsProps {
  account: Account | null
}

/** Everything POST /v3/videos lets one choose for this look; what it would refuse is said in its place. */
export function ScriptOptions(props: ScriptOptionsProps) {
  const { look, draft, change, offered, errors, account } = props
  const { motionPrompt, expressiveness } = offered
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
      <VoiceChoice look={look} draft={draft} change={change} error={errors.voice} />
      <Tiles<Engine>
        label={label.engine}
        value={engineOf(look, draft)}
        options={offered.engines.map(({ engine, reason }) => {
          const price = reason === null ? engineEstimate(look, draft, engine, account) : null
          return {
            value: engine,
            label: engineWord(engine),
            note: reason === null ? price !== null && createText.cost.about(price) : dialogText.notForLook,
            refused: reason,
          }
        })}
        onChange={(engine) => change({ engine })}
        hint={engineOf(look, draft) === null ? offered.engines[0]?.reason : undefined}
        error={errors.engine}
      />
      {motionPrompt.reason === null ? (
        <Field label={label.motionPrompt} error={errors.motionPrompt}>
          {(control) => (
            <input
              {...control}
              className={inputStyles.line}
              placeholder={createText.placeholder.motionPrompt}
              value={draft.motionPrompt}
              onChange={(event) => change({ motionPrompt: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <NotOffered label={label.motionPrompt} reason={motionPrompt.reason} />
      )}
      {expressiveness.reason === null ? (
        <Tiles<Expressiveness | 'usual'>
          label={label.expressiveness}
          value={draft.expressiveness ?? 'usual'}
          options={(['usual', 'low', 'medium', 'high'] as const).map((value) => ({
            value,
            label: createText.expressiveness[value],
          }))}
          onChange={(value) => change({ expressiveness: value === 'usual' ? null : value })}
          error={errors.expressiveness}
        />
      ) : (
        <NotOffered label={label.expressiveness} reason={expressiveness.reason} />
      )}
      <div className="grid gap-5 sm:grid-cols-3 sm:gap-3">
        <OutputFields draft={draft} change={change} errors={errors} />
        <Field
          label={label.format}
          hint={offered.webm.reason ?? (draft.format === 'webm' ? dialogText.webm : undefined)}
          error={errors.format}
        >
          {(control) => (
            <Select
              {...control}
              value={offered.webm.reason === null ? draft.format : 'mp4'}
              options={(['mp4', 'webm'] as const).map((value) => ({
                value,
                label: createText.format[value],
                disabled: value === 'webm' && offered.webm.reason !== null,
              }))}
              onChange={(format) => change({ format })}
            />
          )}
        </Field>
      </div>
      <MoreOptions draft={draft} change={change} errors={errors} />
    </div>
  )
}

/** A choice this look does not have, and why. */
function NotOffered({ label: name, reason }: { label: string; reason: string }) {
  return (
    <p className="text-13 text-ink-2">
      <span className="font-medium">{name}</span>
      <span className="ml-2 text-ink-3">{reason}</span>
    </p>
  )
}
