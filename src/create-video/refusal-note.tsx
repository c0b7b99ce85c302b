import { useEffect, useState } from 'react'
import { createText } from '#messages/en-create.ts'
import type { RefusalWords } from './server-errors.ts'

/** What was refused and what to do; it counts down where HeyGen says when to come back. */
export function RefusalNote({ title, hint, retryAfter }: RefusalWords) {
  const [left, setLeft] = useState(retryAfter ?? 0)
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return (
    <div className="rounded-control bg-well px-3 py-2.5 text-13">
      <p className="font-medium text-bad">{title}</p>
      <p className="mt-0.5 text-ink-2 tabular-nums">{left > 0 ? createText.refusal.again(left) : hint}</p>
    </div>
  )
}
