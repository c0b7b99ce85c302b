export interface SecondsLeftProps {
  /** Undefined: there is nothing to wait for, and the hint says all. */
  left: number | undefined
  /** What to do; where there is a wait, how long it was when it began. */
  hint: string
  words: { limitedHint: (seconds: number) => string; limitedNow: string }
}

/** The seconds that are left, for eyes; who listens is told how many there were, and when they are over. */
export function SecondsLeft({ left, hint, words }: SecondsLeftProps) {
  if (left === undefined) return hint
  if (left === 0) return words.limitedNow
  return (
    <>
      <span className="sr-only">{hint}</span>
      <span aria-hidden="true" className="tabular-nums">
        {words.limitedHint(left)}
      </span>
    </>
  )
}
