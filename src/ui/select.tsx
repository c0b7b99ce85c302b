import { ChevronsUpDown } from 'lucide-react'
import { inputStyles, type FieldControl } from './field.tsx'

export interface SelectProps<T extends string> extends FieldControl {
  value: T
  options: readonly { value: T; label: string; disabled?: boolean }[]
  onChange: (value: T) => void
}

/** The browser's own select: its list, its keys and its sheet on a phone. */
export function Select<T extends string>({ value, options, onChange, ...control }: SelectProps<T>) {
  return (
    <div className="relative">
      <select
        {...control}
        className={inputStyles.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown
        size={14}
        strokeWidth={1.75}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-3"
      />
    </div>
  )
}
