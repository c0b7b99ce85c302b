import { Check, Minus, X } from 'lucide-react'
import type { GivenVerdict, Verdict } from '#boards/register-keys.ts'

const icons = { pick: Check, maybe: Minus, reject: X }
const fills = { pick: 'bg-good', maybe: 'bg-warn', reject: 'bg-bad' }

export const verdictColours: Readonly<Record<Verdict, string>> = {
  pick: 'text-good',
  maybe: 'text-warn',
  reject: 'text-bad',
  undecided: 'text-ink-3',
}

export interface VerdictIconProps {
  verdict: GivenVerdict
  /** CSS pixels. */
  size?: number
  /** It has its own colour; else that of the text it stands in. */
  coloured?: boolean
}

/** The icon of a verdict; the word stands beside it, or is said by whoever shows it. */
export function VerdictIcon({ verdict, size = 14, coloured = false }: VerdictIconProps) {
  const Icon = icons[verdict]
  return (
    <Icon
      size={size}
      strokeWidth={2.25}
      aria-hidden="true"
      className={`shrink-0 ${coloured ? verdictColours[verdict] : ''}`}
    />
  )
}

export interface VerdictBadgeProps {
  verdict: Verdict
  /** On a picture of the filmstrip's size. */
  small?: boolean
}

/** The same in a picture's corner; nothing where nothing is decided. */
export function VerdictBadge({ verdict, small = false }: VerdictBadgeProps) {
  if (verdict === 'undecided') return null
  const place = small
    ? 'right-[3px] bottom-[3px] size-4 rounded-[5px]'
    : 'right-2 bottom-2 size-6 rounded-control'
  return (
    <span className={`absolute grid place-items-center text-page ${place} ${fills[verdict]}`}>
      <VerdictIcon verdict={verdict} size={small ? 12 : 16} />
    </span>
  )
}
