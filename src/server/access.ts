import type { Config } from './config.ts'
import { sameSecret } from './constant-time.ts'
import { Failure } from './failure.ts'
import { createGuesses, type Guesses } from './guesses.ts'
import { dropCookie, readCookies, sessionCookies, setCookie } from './session-cookie.ts'
import { createSessions, type Sessions } from './sessions.ts'

type Headers = Pick<globalThis.Headers, 'get'>

interface Caller {
  headers: Headers
  /** As `createClientName` gives it. */
  client: string
}

export interface AccessParts {
  sessions?: Sessions
  guesses?: Guesses
}

/** Who may come in where the server asks for its access token. */
export interface Access {
  /** Step 7 of the gate: a session's cookie, or the token itself in a header, for scripts. Throws a Failure. */
  check: (caller: Caller & { reads: boolean }) => Promise<void>
  /** Gives the Set-Cookie of a new session, in place of the one there was. Throws a Failure for a wrong token. */
  signIn: (caller: Caller & { token: string; framed: boolean }) => Promise<string>
  /** Ends the sessions of this browser; gives what takes their cookies away. */
  signOut: (headers: Headers) => Promise<string[]>
}

/** Tells the page to ask for the token, and why, whatever call it was that failed. */
const refused = (why: 'none' | 'ended' | 'wrong') =>
  new Failure(401, 'access_token_required', 'This Lookbook asks for its access token.', {
    headers: { 'x-lookbook-session': why },
  })

/** Null where no token is asked for. */
export function createAccess(config: Config, parts: AccessParts = {}): Access | null {
  const { accessToken } = config
  if (accessToken === null) return null
  const { sessions = createSessions({ accessToken }), guesses = createGuesses() } = parts
  const { own, framed } = sessionCookies(config)

  async function compare(token: string, client: string): Promise<void> {
    guesses.check(client)
    if (await sameSecret(token, accessToken ?? '')) return
    guesses.wrong(client)
    throw refused('wrong')
  }

  return {
    async check({ headers, client, reads }) {
      const ids = readCookies(headers, [own, reads ? framed : null])
      for (const id of ids) if (await sessions.holds(id)) return
      const token = headers.get('x-lookbook-token')
      if (!token) throw refused(ids.length > 0 ? 'ended' : 'none')
      await compare(token, client)
    },
    async signIn({ headers, client, token, framed: inFrame }) {
      await compare(token, client)
      const cookie = (inFrame ? framed : null) ?? own
      for (const id of readCookies(headers, [cookie])) await sessions.end(id)
      return setCookie(cookie, await sessions.begin())
    },
    async signOut(headers) {
      const cookies = [own, framed].filter((cookie) => cookie !== null)
      for (const id of readCookies(headers, cookies)) await sessions.end(id)
      return cookies.map(dropCookie)
    },
  }
}
