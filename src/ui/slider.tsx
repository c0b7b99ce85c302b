import type { FieldControl } from './field.tsx'

export interface SliderProps extends FieldControl {
  value: number
  min: number
  max: number
  step: number
  /** The value in words, for people and screen readers alike. */
  words: string
  onChange: (value: number) => void
}

/** A native range with its value beside it. */
export function Slider({ value, words, onChange, ...range }: SliderProps) {
  return (
    <div className="flex h-6 items-center gap-3">
      <input
        {...range}
        type="range"
        className="min-w-0 flex-1 accent-accent"
        value={value}
        aria-valuetext={words}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output className="w-12 text-right text-13 text-ink-2 tabular-nums">{words}</output>
    </div>
  )
}
