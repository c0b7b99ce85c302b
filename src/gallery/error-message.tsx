import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'

export interface ErrorMessageProps {
  error: Error
  onRetry?: () => void
  level?: 1 | 2
}

/** An error in words, in the place of what could not be shown. */
export function ErrorMessage({ error, onRetry, level }: ErrorMessageProps) {
  const { title, hint, request } = describeError(error, navigator.onLine)
  return (
    <div role="alert">
      <Message
        title={title}
        hint={hint}
        note={request && text.error.request(request)}
        {...(level ? { level } : {})}
      >
        {onRetry && <Button onClick={onRetry}>{text.app.retry}</Button>}
      </Message>
    </div>
  )
}
