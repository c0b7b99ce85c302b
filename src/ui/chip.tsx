import { Check, Minus } from 'lucide-react'
import type { ComponentProps } from 'react'

export interface ChipProps extends ComponentProps<'button'> {
  pressed: boolean
  /** On, and leaves out what it names. */
  excluded?: boolean
}

const icon = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const

/** A filter that is on or off: 32 px high, with a mark and a colour when on. */
export function Chip({ pressed, excluded = false, className = '', children, ...props }: ChipProps) {
  const state = excluded
    ? 'border-ink-3 bg-well text-ink-2 line-through'
    : pressed
      ? 'border-accent bg-accent-wash text-accent-text'
      : 'border-line-2 bg-surface text-ink hover:bg-well'
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={`inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-13 font-medium whitespace-nowrap transition-colors duration-120 aria-disabled:cursor-default aria-disabled:opacity-45 aria-disabled:hover:bg-surface ${state} ${className}`}
      {...props}
    >
      {excluded ? <Minus {...icon} /> : pressed && <Check {...icon} />}
      {children}
    </button>
  )
}
