import type { MiddlewareHandler } from 'hono'
import type { SandboxEnv } from './env.ts'
import { Refusal } from './refusal.ts'

/** HeyGen replays an answer for a day. */
const lifetime = 24 * 60 * 60 * 1000

interface Kept {
  body: string
  until: number
}

/**
 * `Idempotency-Key` as HeyGen has it: one memory an endpoint, the first answer again whatever the body. `claim` goes
 * before whatever takes time, `keep` right before the routes, so that an answer lost on its way is kept as it was.
 */
export function createIdempotency(now: () => number) {
  const kept = new Map<string, Kept>()
  const inFlight = new Set<string>()

  const claim: MiddlewareHandler<SandboxEnv> = async (c, next) => {
    const key = c.req.header('idempotency-key')
    if (key === undefined) return next()
    if (!/^[A-Za-z0-9_:.-]{1,255}$/.test(key))
      throw new Refusal(400, 'invalid_parameter', 'Idempotency-Key must be 1 to 255 of A-Z a-z 0-9 _ : . -', {
        param: 'Idempotency-Key',
      })
    const name = `${c.req.path} ${key}`
    if (inFlight.has(name))
      throw new Refusal(
        409,
        'request_in_progress',
        'The first request with this key is still being answered.',
      )
    inFlight.add(name)
    try {
      return await next()
    } finally {
      inFlight.delete(name)
    }
  }

  const keep: MiddlewareHandler<SandboxEnv> = async (c, next) => {
    const key = c.req.header('idempotency-key')
    if (key === undefined) return next()
    const name = `${c.req.path} ${key}`
    const first = kept.get(name)
    if (first && first.until > now()) {
      const headers = { 'content-type': 'application/json', 'idempotent-replayed': 'true' }
      return new Response(first.body, { headers })
    }
    await next()
    // A refusal has made nothing: the same key may try again.
    if (c.res.ok) kept.set(name, { body: await c.res.clone().text(), until: now() + lifetime })
    return undefined
  }

  return { claim, keep }
}
