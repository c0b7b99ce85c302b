import { useId } from 'react'

export interface CheckRowProps {
  label: string
  /** What it means, where its label does not say it all. */
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Something that is on or off. */
export function CheckRow({ label, hint, checked, onChange }: CheckRowProps) {
  const id = useId()
  return (
    <div className="flex gap-2.5">
      <input
        id={id}
        type="checkbox"
        className="mt-1 size-4.5 shrink-0 cursor-pointer accent-accent"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div className="min-w-0">
        <label
          htmlFor={id}
          className={`block cursor-pointer pt-0.5 ${hint === undefined ? 'text-13' : 'text-14 font-medium'}`}
        >
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-13 text-ink-2">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
