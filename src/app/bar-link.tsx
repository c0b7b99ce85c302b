import type { LucideIcon } from 'lucide-react'
import { Link } from 'react-router'

export interface BarLinkProps {
  to: string
  label: string
  Icon: LucideIcon
}

/** A link in the bar that is an icon. */
export const BarLink = ({ to, label, Icon }: BarLinkProps) => (
  <Link
    to={to}
    aria-label={label}
    title={label}
    className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-well hover:text-ink"
  >
    <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
  </Link>
)
