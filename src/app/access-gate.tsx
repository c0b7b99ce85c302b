import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { text } from '#messages/en.ts'
import { accessToken } from '#queries/access-token.ts'
import { asksForToken } from '#queries/describe-error.ts'
import { Button } from '#ui/button.tsx'

/** Asks for the shared access token where the server wants one, and shows the page once it has it. */
export function AccessGate({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [wrong, setWrong] = useState(false)
  const [token, setToken] = useState('')

  useEffect(
    () =>
      client.getQueryCache().subscribe(({ query }) => {
        if (!asksForToken(query.state.error)) return
        setWrong(accessToken.read() !== '')
        setAsking(true)
      }),
    [client],
  )
  if (!asking) return children
  return (
    <main id="main" className="mx-auto max-w-sm px-6 py-20">
      <h1 className="text-20 font-semibold">{text.access.title}</h1>
      <form
        className="mt-6 flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          accessToken.write(token.trim())
          setAsking(false)
          void client.resetQueries()
        }}
      >
        <label className="text-13 font-medium" htmlFor="access-token">
          {text.access.label}
        </label>
        <input
          id="access-token"
          type="password"
          autoComplete="off"
          required
          value={token}
          onChange={(event) => setToken(event.target.value)}
          aria-describedby={wrong ? 'access-token-error' : undefined}
          className="h-10 rounded-control border border-line-2 bg-surface px-3 text-14"
        />
        {wrong && (
          <p id="access-token-error" role="alert" className="text-13 text-bad">
            {text.access.wrong}
          </p>
        )}
        <Button type="submit" variant="main" className="self-start">
          {text.access.submit}
        </Button>
      </form>
    </main>
  )
}
