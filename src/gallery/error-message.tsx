import { useState } from 'react'
import { text } from '#messages/en.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { usePart } from '#ui/use-part.ts'

export interface ErrorMessageProps {
  error: Error
  onRetry?: () => void
  level?: 1 | 2
  /** It is only the next page of a list that did not come: what to say of that. */
  next?: string
}

/** Comes with the first error, or once the page is at rest, so that it is there without a network. */
export const loadErrorView = async () => (await import('./error-view.tsx')).ErrorView

/** An error in words, in the place of what could not be shown. */
export function ErrorMessage(props: ErrorMessageProps) {
  const [bare, setBare] = useState(false)
  const { Part } = usePart(loadErrorView, true, () => setBare(true))
  if (Part) return <Part {...props} />
  // Not even its code could be had.
  return (
    bare && (
      <Message title={text.app.partFailed} hint={text.app.partFailedHint}>
        <Button onClick={props.onRetry}>{text.app.retry}</Button>
      </Message>
    )
  )
}
