import { errorText } from '#messages/en-errors.ts'
import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { retryAt } from '#queries/retry-at.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import type { ErrorMessageProps } from './error-message.tsx'
import { useRetry } from './use-retry.ts'

/** An error in words, in the place of what could not be shown, or under the last row. */
export function ErrorView({ error, onRetry, level = 2, next }: ErrorMessageProps) {
  const { title, hint, request } = describeError(error, navigator.onLine)
  const left = useRetry(error, onRetry)
  const waits = retryAt(error) !== undefined
  const note = request && errorText.request(request)
  const button = onRetry && (
    <Button aria-disabled={left > 0} onClick={() => left > 0 || onRetry()}>
      {text.app.retry}
    </Button>
  )
  if (next === undefined)
    return (
      <div role="alert">
        <Message
          title={title}
          hint={waits ? <Wait left={left} hint={hint} /> : hint}
          note={note}
          level={level}
        >
          {button}
        </Message>
      </div>
    )
  return (
    <div role="alert" className="flex flex-col items-center gap-3 pt-6 pb-24 text-center text-14 text-ink-2">
      <p>
        {next} {title}. {waits && <Wait left={left} hint={hint} />}
      </p>
      {button}
      {note && <p className="font-mono text-12 text-ink-3">{note}</p>}
    </div>
  )
}

/** The seconds that are left, for eyes; who listens is told how many there were, and when they are over. */
function Wait({ left, hint }: { left: number; hint: string }) {
  if (left === 0) return errorText.limitedNow
  return (
    <>
      <span className="sr-only">{hint}</span>
      <span aria-hidden="true" className="tabular-nums">
        {errorText.limitedHint(left)}
      </span>
    </>
  )
}
