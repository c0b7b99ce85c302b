import { useSyncExternalStore, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { partFailed } from '#gallery/part-failed.ts'
import { access } from '#queries/access.ts'
import { usePart } from '#ui/use-part.ts'

const loadForm = async () => (await import('./access-form.tsx')).AccessForm

/** Asks for the shared access token where the server wants one, and shows the page once it has it. */
export function AccessGate({ children }: { children: ReactNode }) {
  const { key } = useLocation()
  const refusal = useSyncExternalStore(access.subscribe, access.read)
  const done = () => access.done(key)
  const { Part: AccessForm } = usePart(loadForm, refusal !== null, () => {
    done()
    partFailed()
  })
  if (!refusal || !AccessForm) return children
  return <AccessForm ended={refusal === 'ended'} onSignedIn={done} />
}
