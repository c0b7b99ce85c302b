import { useState } from 'react'
import { HeygenHttpError } from '#heygen/errors.ts'
import { longestPrompt } from '#heygen/schemas/video-choices.ts'
import { rendersText } from '#messages/en-renders.ts'
import { describeError } from '#queries/describe-error.ts'
import { heygenVideos } from '#queries/videos.ts'
import { Button } from '#ui/button.tsx'
import { Field, inputStyles } from '#ui/field.tsx'
import { announce } from '#ui/notices.ts'
import { openIntent } from './intent.ts'
import { isDefinite } from './is-definite.ts'

const words = rendersText.page

interface FollowUpProps {
  /** The session's. */
  id: string
  onSent: () => void
}

/** An answer to an agent that waits for one. It may cost, so it is an intent like an order. */
export function FollowUp({ id, onSent }: FollowUpProps) {
  const [intent] = useState(() => openIntent(`session.${id}`))
  const [message, setMessage] = useState('')
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<string>()
  const content = message.trim()

  async function send() {
    if (sending || content === '') return
    setSending(true)
    setFault(undefined)
    try {
      const body = { message: content }
      await heygenVideos.sendMessage(id, body, await intent.keyFor(body))
      intent.settle()
      setMessage('')
      announce(words.sent)
      onSent()
    } catch (error) {
      if (error instanceof HeygenHttpError && isDefinite(error)) intent.settle()
      setFault(describeError(error, navigator.onLine).title)
    }
    setSending(false)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Field label={words.answer} error={fault}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={message}
            maxLength={longestPrompt}
            className={inputStyles.area}
            onChange={(event) => setMessage(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
            }}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="main"
        aria-disabled={sending || content === ''}
        className="mt-3 aria-disabled:opacity-50"
      >
        {sending ? words.sending : words.send}
      </Button>
    </form>
  )
}
