import { errorText } from '#messages/en-errors.ts'
import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { nextTry } from '#queries/next-try.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { SecondsLeft } from '#ui/seconds-left.tsx'
import { useRetry } from '#ui/use-retry.ts'

interface RenderErrorProps {
  error: Error
  onRetry: () => void
  level?: 1 | 2
}

/** What could not be shown, and why, in its place. */
export function RenderError({ error, onRetry, level = 2 }: RenderErrorProps) {
  const { title, hint, request } = describeError(error, navigator.onLine)
  const left = useRetry(nextTry(error), onRetry)
  const why = hint && <SecondsLeft left={left} hint={hint} words={errorText} />
  return (
    <div role="alert">
      <Message level={level} title={title} hint={why} note={request && errorText.request(request)}>
        <Button aria-disabled={!!left} onClick={() => left || onRetry()}>
          {text.app.retry}
        </Button>
      </Message>
    </div>
  )
}
