import * as z from 'zod/mini'
import { createRequest } from '#heygen/request.ts'
import { heygenSettings } from './heygen.ts'

// An answer that says no is one to read here, and no reason to ask for the token.
const request = createRequest({ ...heygenSettings, fetch: (input, init) => fetch(input, init) })
const schema = z.object({})

/** Begins a session of this browser; rejects with the server's refusal. The page keeps nothing of the token. */
export async function signIn(token: string): Promise<void> {
  // A frame of another site has a session of its own.
  const framed = window.parent !== window
  await request('/session', schema, {
    method: 'POST',
    body: { access_token: token, ...(framed ? { framed } : {}) },
  })
}

/** Ends the session of this browser, at the server. */
export async function signOut(): Promise<void> {
  await request('/session', schema, { method: 'DELETE' })
}
