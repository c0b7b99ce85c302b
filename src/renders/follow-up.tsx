import { useState } from 'react'
import { HeygenHttpError } from '#heygen/errors.ts'
import { longestPrompt } from '#heygen/schemas/video-choices.ts'
import { rendersText } from '#messages/en-renders.ts'
import { heygenVideos } from '#queries/videos.ts'
import { Button } from '#ui/button.tsx'
import { Field, inputStyles } from '#ui/field.tsx'
import { announce } from '#ui/notices.ts'
import { askLedger } from './ask-ledger.ts'
import { openIntent, sessionIntent } from './intent.ts'
import { isDefinite } from './is-definite.ts'
import { agentFault } from './render-words.ts'

const words = rendersText.page

/** Looks into the ledger, in ms from each other: 15 minutes in all, most of them as rare as a hidden tab's. */
const waits = [1000, 2000, 4000, 10_000, 15_000, 30_000, ...Array.from({ length: 14 }, () => 60_000)]

interface Doubt {
  key: string
  message: string
}

/** What nobody knows of yet, by session: other words would be another message, and cost again. */
const doubts = new Map<string, Doubt>()

/** What was typed and not sent, by session, should the page have to give way to the form for the access token. */
const typed = new Map<string, string>()

interface FollowUpProps {
  /** The session's. */
  id: string
  onSent: () => void
}

/** An answer to an agent that waits for one. It may cost, so it is an intent like an order. */
export function FollowUp({ id, onSent }: FollowUpProps) {
  const [intent] = useState(() => openIntent(sessionIntent(id)))
  const [message, setMessage] = useState(() => doubts.get(id)?.message ?? typed.get(id) ?? '')
  const [state, setState] = useState<keyof typeof labels>(() => (doubts.has(id) ? 'unknown' : 'ready'))
  const [fault, setFault] = useState<string>()
  const content = message.trim()
  const busy = state === 'sending' || state === 'checking'

  function submit() {
    const doubt = doubts.get(id)
    if (busy) return
    if (doubt) void check(doubt)
    else if (content !== '') void send()
  }

  function sent() {
    doubts.delete(id)
    typed.delete(id)
    intent.settle()
    setMessage('')
    setState('ready')
    announce(words.sent)
    onSent()
  }

  function refused(reason: string) {
    doubts.delete(id)
    setState('ready')
    setFault(reason)
  }

  async function send() {
    setState('sending')
    setFault(undefined)
    const body = { message: content }
    const key = await intent.keyFor(body)
    try {
      await heygenVideos.sendMessage(id, body, key)
      sent()
    } catch (error) {
      const refusal = error instanceof HeygenHttpError && isDefinite(error) ? agentFault(error) : undefined
      if (refusal === undefined) doubts.set(id, { key, message })
      await check({ key, message }, refusal)
    }
  }

  /** Only the ledger ends it: a refusal says nothing of the same words sent before the page was left. */
  async function check({ key }: Doubt, refusal?: string) {
    if (refusal === undefined) {
      setState('checking')
      announce(rendersText.unknownHint)
    }
    const word = await askLedger(key, `/v3/video-agents/${id}`, refusal === undefined ? waits : undefined)
    if (word.state === 'done') return sent()
    if (word.state === 'refused') {
      intent.settle()
      return refused(agentFault(word.error))
    }
    if (word.state === 'unseen') return refused(refusal ?? words.unsent)
    if (refusal !== undefined && word.state === 'silent') return refused(refusal)
    doubts.set(id, { key, message })
    return setState('unknown')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field label={words.answer} hint={hints[state]} error={fault}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={message}
            readOnly={state !== 'ready'}
            maxLength={longestPrompt}
            className={inputStyles.area}
            onChange={({ target: { value } }) => {
              typed.set(id, value)
              setMessage(value)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
            }}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="main"
        aria-disabled={busy || content === ''}
        className="mt-3 aria-disabled:opacity-50"
      >
        {labels[state]}
      </Button>
    </form>
  )
}

const labels = {
  ready: words.send,
  sending: words.sending,
  /** Its answer was lost; the ledger is asked. */
  checking: rendersText.checking,
  /** The ledger did not know either. */
  unknown: words.checkNow,
}

const hints = {
  ready: undefined,
  sending: undefined,
  checking: rendersText.unknownHint,
  unknown: words.stillUnknown,
}
