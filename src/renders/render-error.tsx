import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'

interface RenderErrorProps {
  error: Error
  onRetry: () => void
  level?: 1 | 2
}

/** What could not be shown, and why, in its place. */
export function RenderError({ error, onRetry, level = 2 }: RenderErrorProps) {
  const { title, hint, request } = describeError(error, navigator.onLine)
  return (
    <div role="alert">
      <Message level={level} title={title} hint={hint} note={request && text.error.request(request)}>
        <Button onClick={onRetry}>{text.app.retry}</Button>
      </Message>
    </div>
  )
}
