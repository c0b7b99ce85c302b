import type { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Access } from './access.ts'
import type { AppEnv } from './app-env.ts'
import { asFailure, refusedMethod } from './failure.ts'
import { readJsonBody } from './request-body.ts'
import { routeQuery } from './route-query.ts'

/** Signing in and out: the one address of the API that is there for who has not proved the access token. */
export const sessionPath = '/api/session'

const bodySchema = z.strictObject({
  access_token: z.string().check(z.minLength(1), z.maxLength(1024)),
  /** The page is in another site's frame, as the picker may be. */
  framed: z.optional(z.boolean()),
})

const headers = { 'content-type': 'application/json', 'cache-control': 'private, no-store' }

/** Cookies beside each other are headers of their own. */
function told(signedIn: boolean, cookies: readonly string[], more: Record<string, string> = {}): Response {
  const response = new Response(JSON.stringify({ data: { signed_in: signedIn } }), {
    headers: { ...headers, ...more },
  })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

/** Nothing of it is there where no token is asked for. */
export function addSessionRoute(app: Hono<AppEnv>, access: Access | null): void {
  if (!access) return
  app.post(sessionPath, async (c) => {
    c.set('line', { route: sessionPath })
    const { raw } = c.req
    routeQuery({ query: [] }, new URL(c.req.url).searchParams, false)
    try {
      const { access_token: token, framed = false } = await readJsonBody(raw, bodySchema)
      const cookie = await access.signIn({ headers: raw.headers, client: c.get('client'), token, framed })
      return told(true, [cookie])
    } catch (error) {
      // Node's adapter aborts with a text, and Hono hands only Errors to onError.
      throw asFailure(error, raw.signal)
    }
  })
  app.delete(sessionPath, async (c) => {
    c.set('line', { route: sessionPath })
    routeQuery({ query: [] }, new URL(c.req.url).searchParams, false)
    // Of what it could clear, only the cache: "storage" would take the boards, which have no other copy, and "cookies" those of
    // every name below the same domain.
    return told(false, await access.signOut(c.req.raw.headers), { 'clear-site-data': '"cache"' })
  })
  app.all(sessionPath, (c) => {
    c.set('line', { route: sessionPath })
    throw refusedMethod('POST, DELETE')
  })
}
