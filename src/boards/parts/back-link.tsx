import { ArrowLeft } from 'lucide-react'
import { Link } from 'react-router'

/** An arrow to the page above this one; `label` says which. */
export const BackLink = ({
  to,
  label,
  className = '',
}: {
  to: string
  label: string
  className?: string
}) => (
  <Link
    to={to}
    aria-label={label}
    title={label}
    className={`inline-flex size-9 shrink-0 pointer-coarse:size-11 items-center justify-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-well hover:text-ink ${className}`}
  >
    <ArrowLeft size={18} strokeWidth={1.75} aria-hidden="true" />
  </Link>
)
