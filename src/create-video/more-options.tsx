import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import { Field, inputStyles } from '#ui/field.tsx'
import { Slider } from '#ui/slider.tsx'
import type { OptionsProps } from './picture-options.tsx'

const { label } = createText

const sliders = [
  { key: 'speed', min: 0.5, max: 1.5, step: 0.05, words: dialogText.times },
  { key: 'pitch', min: -50, max: 50, step: 1, words: dialogText.signed },
  { key: 'volume', min: 0, max: 1, step: 0.05, words: dialogText.percent },
] as const

/** What most videos leave as it is. Open from the start where something in it was changed, or is wrong. */
export function MoreOptions({ draft, change, errors }: Pick<OptionsProps, 'draft' | 'change' | 'errors'>) {
  const wrong = Boolean(errors.title ?? errors.speed ?? errors.pitch ?? errors.volume)
  const changed = draft.title !== '' || draft.speed !== 1 || draft.pitch !== 0 || draft.volume !== 1
  const [open, setOpen] = useState(changed)
  // An error inside must be seen; once open, it stays while the error is mended.
  if (wrong && !open) setOpen(true)
  return (
    <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="-ml-1 flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-control px-1 py-1 text-13 font-medium text-ink-2 hover:text-ink">
        <ChevronRight
          size={14}
          strokeWidth={2}
          aria-hidden="true"
          className="transition-transform duration-120 group-open:rotate-90"
        />
        {dialogText.more}
      </summary>
      <div className="mt-4 flex flex-col gap-5">
        <Field label={label.title} error={errors.title}>
          {(control) => (
            <input
              {...control}
              className={inputStyles.line}
              placeholder={createText.placeholder.title}
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <div className="grid gap-5 sm:grid-cols-3">
          {sliders.map(({ key, min, max, step, words }) => (
            <Field key={key} label={label[key]} error={errors[key]}>
              {(control) => (
                <Slider
                  {...control}
                  min={min}
                  max={max}
                  step={step}
                  value={draft[key]}
                  words={words(draft[key])}
                  onChange={(value) => change({ [key]: value })}
                />
              )}
            </Field>
          ))}
        </div>
      </div>
    </details>
  )
}
