import { useId, type ReactNode } from 'react'

interface Tile<T extends string> {
  value: T
  label: ReactNode
  /** A second, quieter line. */
  note?: ReactNode
  /** Why it cannot be chosen; it is read with the tile. */
  refused?: string | null
}

export interface TilesProps<T extends string> {
  label: string
  value: T | null
  options: readonly Tile<T>[]
  onChange: (value: T) => void
  /** Columns and gaps. */
  className?: string
  hint?: ReactNode
  error?: string | undefined
}

/** One choice of a few, each in sight, as native radio buttons. */
export function Tiles<T extends string>({
  label,
  value,
  options,
  onChange,
  className = 'flex gap-2',
  hint,
  error,
}: TilesProps<T>) {
  const id = useId()
  const told = error ?? hint
  return (
    <fieldset aria-describedby={told ? `${id}-told` : undefined} data-invalid={error ? true : undefined}>
      <legend className="mb-2 text-13 font-medium text-ink-2">{label}</legend>
      <div className={className}>
        {options.map((option) => (
          <label
            key={option.value}
            title={option.refused ?? undefined}
            className="relative flex min-h-9 min-w-0 flex-1 cursor-pointer flex-col justify-center rounded-control border border-line-2 px-3 py-1.5 text-13 transition-colors duration-120 hover:bg-well has-checked:border-accent has-checked:bg-accent-wash has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-default has-disabled:border-line has-disabled:bg-well has-disabled:text-ink-3"
          >
            <input
              type="radio"
              className="absolute inset-0 cursor-[inherit] opacity-0"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={Boolean(option.refused)}
              onChange={() => onChange(option.value)}
            />
            <span className="font-medium">{option.label}</span>
            {option.note && <span className="text-12 tabular-nums">{option.note}</span>}
          </label>
        ))}
      </div>
      {told && (
        <p
          id={`${id}-told`}
          role={error ? 'alert' : undefined}
          className={`mt-1.5 text-13 ${error ? 'text-bad' : 'text-ink-2'}`}
        >
          {told}
        </p>
      )}
    </fieldset>
  )
}
