import { useState } from 'react'
import { accessText } from '#messages/en-access.ts'
import { Button } from '#ui/button.tsx'

export interface AccessFormProps {
  /** The token that was tried is not the one. */
  wrong: boolean
  onToken: (token: string) => void
}

/** Asks for the shared access token. */
export function AccessForm({ wrong, onToken }: AccessFormProps) {
  const [token, setToken] = useState('')
  return (
    <main id="main" className="mx-auto max-w-96 px-6 py-20">
      <h1 className="text-20 font-semibold">{accessText.title}</h1>
      <form
        className="mt-6 flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onToken(token.trim())
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
          aria-describedby={wrong ? 'access-token-error' : undefined}
          className="h-10 rounded-control border border-line-2 bg-surface px-3 text-14"
        />
        {wrong && (
          <p id="access-token-error" role="alert" className="text-13 text-bad">
            {accessText.wrong}
          </p>
        )}
        <Button type="submit" variant="main" className="self-start">
          {accessText.submit}
        </Button>
      </form>
    </main>
  )
}
