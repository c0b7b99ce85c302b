import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'

/** What could not be shown, and why, in its place. */
export function RenderError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { title, hint, request } = describeError(error, navigator.onLine)
  return (
    <div role="alert">
      <Message title={title} hint={hint} note={request && text.error.request(request)}>
        <Button onClick={onRetry}>{text.app.retry}</Button>
      </Message>
    </div>
  )
}
