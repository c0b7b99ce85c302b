import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { createSession, type Session } from './session.ts'

const schema = z.object({ picker: z.object({ origins: z.array(z.string()) }) })

/** The other origins whose pages may open the picker, as the server wrote them into this page. */
export function listedOrigins(): string[] {
  const content = document.querySelector<HTMLMetaElement>('meta[name="lookbook"]')?.content
  try {
    return schema.parse(JSON.parse(content ?? '')).picker.origins
  } catch {
    // Opened by another address than /pick, or without a server.
    return []
  }
}

const isWindow = (value: unknown): value is Window => typeof value === 'object' && value !== null

function findHost(): Window | null {
  if (window.parent !== window) return window.parent
  const opener: unknown = window.opener
  return isWindow(opener) ? opener : null
}

let session: Session | null = null

/** This page's one session: it outlives whatever is shown, the form for the access token too. */
function ownSession(): Session {
  if (session) return session
  const made = createSession({
    host: findHost(),
    origins: [location.origin, ...listedOrigins()],
    nonce: randomId(),
  })
  // A host that is listed may still send from another of its windows: the session looks at source and origin.
  window.addEventListener('message', made.receive)
  session = made
  return made
}

/** `crypto.randomUUID` is for secure contexts only. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

export function usePicker() {
  const own = ownSession()
  return [useSyncExternalStore(own.subscribe, own.read), own] as const
}
