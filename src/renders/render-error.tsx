import { errorText } from '#messages/en-errors.ts'
import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { retryAt } from '#queries/retry-at.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useCountdown } from '#ui/use-countdown.ts'

interface RenderErrorProps {
  error: Error
  onRetry: () => void
  level?: 1 | 2
}

/** What could not be shown, and why, in its place. */
export function RenderError({ error, onRetry, level = 2 }: RenderErrorProps) {
  const { title, hint, request } = describeError(error, navigator.onLine)
  const left = useCountdown(retryAt(error), () => {})
  return (
    <div role="alert">
      <Message level={level} title={title} hint={hint} note={request && errorText.request(request)}>
        <Button aria-disabled={left > 0} onClick={() => left > 0 || onRetry()}>
          {text.app.retry}
        </Button>
      </Message>
    </div>
  )
}
