import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { partFailed } from '#gallery/part-failed.ts'
import { accessToken } from '#queries/access-token.ts'
import { asksForToken } from '#queries/asks-for-token.ts'
import { usePart } from '#ui/use-part.ts'

const loadForm = async () => (await import('./access-form.tsx')).AccessForm

/** Asks for the shared access token where the server wants one, and shows the page once it has it. */
export function AccessGate({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [wrong, setWrong] = useState(false)
  const { Part: AccessForm } = usePart(loadForm, asking, () => {
    setAsking(false)
    partFailed()
  })

  useEffect(
    () =>
      client.getQueryCache().subscribe(({ query }) => {
        if (!asksForToken(query.state.error)) return
        setWrong(accessToken.read() !== '')
        setAsking(true)
      }),
    [client],
  )
  if (!asking || !AccessForm) return children
  return (
    <AccessForm
      wrong={wrong}
      onToken={(token) => {
        accessToken.write(token)
        setAsking(false)
        void client.resetQueries()
      }}
    />
  )
}
