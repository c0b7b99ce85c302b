import { useId, type ReactNode } from 'react'

/** What a control needs so that its label, hint and error are read with it. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FieldProps {
  label: string
  /** Under the control: counts, or why it is as it is. */
  hint?: ReactNode
  /** In place of the hint: what is wrong with the value. */
  error?: string | undefined
  /** At the right of the hint, such as a limit. */
  aside?: ReactNode
  children: (control: FieldControl) => ReactNode
  className?: string
}

/** A labelled control with its hint or its error. */
export function Field({ label, hint, error, aside, children, className = '' }: FieldProps) {
  const id = useId()
  const told = error ?? hint
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-2 block text-13 font-medium text-ink-2">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': told ? `${id}-told` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {(told || aside) && (
        <div className="mt-1.5 flex justify-between gap-3 text-13 text-ink-2 tabular-nums">
          <p id={`${id}-told`} role={error ? 'alert' : undefined} className={error ? 'text-bad' : ''}>
            {told}
          </p>
          {aside}
        </div>
      )}
    </div>
  )
}

const box =
  'w-full rounded-control border border-line-2 bg-page text-14 text-ink placeholder:text-ink-3 focus-visible:outline-offset-0 aria-invalid:border-bad'

/** The look of text inputs, by height. */
export const inputStyles = {
  line: `${box} h-10 px-3`,
  area: `${box} block resize-y px-3 py-2.5`,
  select: `${box} h-10 appearance-none pr-9 pl-3`,
}
