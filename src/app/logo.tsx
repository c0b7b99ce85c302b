/** Four looks, one of them picked. */
export function Logo() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-ink" />
      <g className="fill-page">
        <rect x="7" y="7" width="8" height="8" rx="2.5" />
        <rect x="7" y="17" width="8" height="8" rx="2.5" />
        <rect x="17" y="17" width="8" height="8" rx="2.5" />
      </g>
      <rect x="17" y="7" width="8" height="8" rx="2.5" className="fill-accent" />
    </svg>
  )
}
