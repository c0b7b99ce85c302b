import { errorText } from '#messages/en-errors.ts'
import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { nextTry } from '#queries/next-try.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { SecondsLeft } from '#ui/seconds-left.tsx'
import { useRetry } from '#ui/use-retry.ts'
import type { ErrorMessageProps } from './error-message.tsx'

/** An error in words, in the place of what could not be shown, or under the last row. */
export function ErrorView({ error, onRetry, level = 2, next }: ErrorMessageProps) {
  const { title, hint, request } = describeError(error, navigator.onLine)
  const left = useRetry(nextTry(error), onRetry)
  const why = hint && <SecondsLeft left={left} hint={hint} words={errorText} />
  const note = request && errorText.request(request)
  const button = onRetry && (
    <Button aria-disabled={!!left} onClick={() => left || onRetry()}>
      {text.app.retry}
    </Button>
  )
  if (next === undefined)
    return (
      <div role="alert">
        <Message title={title} hint={why} note={note} level={level}>
          {button}
        </Message>
      </div>
    )
  return (
    <div role="alert" className="flex flex-col items-center gap-3 pt-6 pb-24 text-center text-14 text-ink-2">
      <p>
        {next} {title}. {left !== undefined && why}
      </p>
      {button}
      {note && <p className="font-mono text-12 text-ink-3">{note}</p>}
    </div>
  )
}
