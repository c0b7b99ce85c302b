import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { HeygenHttpError } from '#heygen/errors.ts'
import { accessText } from '#messages/en-access.ts'
import { describeError } from '#queries/describe-error.ts'
import { signIn } from '#queries/session.ts'
import { readProgress, withCatalogue } from '#search/catalogue-state.ts'
import { forgetCatalogues } from '#search/forget-catalogues.ts'
import { Button } from '#ui/button.tsx'
import { useCountdown } from '#ui/use-countdown.ts'
import { askForRefused } from './ask-for-refused.ts'
import { farewell } from './farewell.ts'

export interface AccessFormProps {
  /** There was a session. */
  ended: boolean
  onSignedIn: () => void
}

/** Milliseconds after signing in within which being asked again means that the browser sends no cookie. */
const soon = 10_000
let signedInAt = -Infinity

interface Fault {
  words: string
  /** When another try will be heard, in epoch ms. */
  until?: number
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { words: String(error) }
  if (error instanceof HeygenHttpError && error.code === 'access_token_required')
    return { words: accessText.wrong }
  if (error instanceof HeygenHttpError && error.code === 'too_many_guesses')
    return { words: '', until: Date.now() + (error.retryAfter ?? 1) * 1000 }
  return { words: describeError(error, navigator.onLine).title }
}

/** Asks for the shared access token; what is typed goes to the server, and is kept nowhere. */
export function AccessForm({ ended, onSignedIn }: AccessFormProps) {
  const client = useQueryClient()
  const [token, setToken] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(() =>
    !ended && Date.now() - signedInAt < soon ? { words: accessText.notKept } : null,
  )
  const [said] = useState(() => farewell.read())
  const wait = useCountdown(fault?.until, () => setFault(null))
  const told = wait > 0 ? accessText.wait(wait) : fault?.words
  const why = said === 'signedOut' ? accessText.signedOut : ended ? accessText.ended : null

  useEffect(() => {
    farewell.forget()
    // A page that was opened without a session has no use for it; one that was left open goes on with it.
    if (readProgress() === null) forgetCatalogues().catch(() => undefined)
  }, [])

  async function submit() {
    if (busy || wait > 0) return
    setBusy(true)
    try {
      await signIn(token.trim())
    } catch (error) {
      setFault(faultOf(error))
      return setBusy(false)
    }
    signedInAt = Date.now()
    askForRefused(client)
    if (readProgress()?.state === 'failed') void withCatalogue((catalogue) => catalogue.walk())
    onSignedIn()
  }
  return (
    <main id="main" className="mx-auto max-w-96 px-6 py-20">
      <h1 className="text-20 font-semibold">{accessText.title}</h1>
      {why && (
        <p role="status" className="mt-3 text-14 text-ink-2">
          {why}
        </p>
      )}
      <form
        className="mt-6 flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <label className="text-13 font-medium" htmlFor="access-token">
          {accessText.label}
        </label>
        <input
          id="access-token"
          type="password"
          autoComplete="off"
          required
          value={token}
          onChange={(event) => setToken(event.target.value)}
          aria-describedby={told ? 'access-token-error' : undefined}
          className="h-10 rounded-control border border-line-2 bg-surface px-3 text-14"
        />
        {told && (
          <p id="access-token-error" role="alert" className="text-13 text-bad">
            {told}
          </p>
        )}
        <Button type="submit" variant="main" aria-disabled={busy || wait > 0} className="self-start">
          {accessText.submit}
        </Button>
      </form>
    </main>
  )
}
