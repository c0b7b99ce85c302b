import { Hono, type Context } from 'hono'
import { segment } from '#heygen/request.ts'
import { createAnswerCache, type AnswerCache } from './answer-cache.ts'
import type { Config } from './config.ts'
import { Failure, failureJson, failureText } from './failure.ts'
import { createGate, isApi } from './gate.ts'
import { causeOf, type Log, type LogLine } from './log.ts'
import { modeOf } from './page-config.ts'
import { isPublic } from './public-only.ts'
import { createReads } from './reads.ts'
import { routeQuery } from './route-query.ts'
import { readRoutes } from './routes.ts'
import { addHeaders, securityHeaders } from './security-headers.ts'
import { UpstreamFailure, type Upstream } from './upstream.ts'

/** What a socket knows and a Request does not; Node's adapter hands it over as `incoming`. */
interface Incoming {
  url?: string | undefined
  socket?: { remoteAddress?: string | undefined }
}

interface Env {
  Bindings: { incoming?: Incoming }
  Variables: { requestId: string; line: Partial<LogLine> }
}

export interface AppDeps {
  config: Config
  upstream: Upstream
  cache?: AnswerCache
  /** The built page; null where it has nothing for a request. */
  files?: (request: Request) => Response | null | Promise<Response | null>
  log?: Log
  /** False for Vite's dev server. */
  csp?: boolean
}

const idPattern = /^[A-Za-z0-9_.:-]{1,128}$/

const notFound = () => new Failure(404, 'not_found', 'There is nothing at this address.')

function refuseMethod(): never {
  throw new Failure(405, 'method_not_allowed', 'This address is read with GET.', {
    headers: { allow: 'GET, HEAD' },
  })
}

function asFailure(error: unknown, signal: AbortSignal): Failure {
  if (error instanceof Failure) return error
  // nginx's number for a client that left; only the log sees it.
  if (signal.aborted) return new Failure(499, 'client_closed', 'The client went away.')
  return new Failure(500, 'server_error', 'Lookbook failed.', { cause: error })
}

/** The whole server but for the runtime: gate, API, pages, headers, log. */
export function createApp({
  config,
  upstream,
  cache = createAnswerCache(),
  files,
  log,
  csp = true,
}: AppDeps) {
  const app = new Hono<Env>()
  const gate = createGate(config)
  const reads = createReads(upstream, cache)
  const headers = securityHeaders(config, { csp })

  app.use(async (c, next) => {
    const started = performance.now()
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    c.set('line', {})
    await next()
    const response = addHeaders(c.res, headers, requestId)
    // Hono merges headers into an answer that is set already.
    c.res = undefined
    c.res = response
    const line = c.get('line')
    // Files that were found are not news.
    if (line.route === undefined && response.status < 400) return
    log?.({
      method: c.req.method,
      route: 'page',
      status: response.status,
      ms: Math.round(performance.now() - started),
      request_id: requestId,
      ...line,
    })
  })

  app.use(async (c, next) => {
    // Spread, since env is undefined where the runtime gives none.
    const { incoming } = { ...c.env }
    await gate({
      method: c.req.method,
      url: c.req.url,
      headers: c.req.raw.headers,
      target: incoming?.url,
      peer: incoming?.socket?.remoteAddress,
    })
    await next()
  })

  app.get('/healthz', (c) => {
    c.set('line', { route: '/healthz' })
    return Response.json({ ok: true, mode: modeOf(config) }, { headers: { 'cache-control': 'no-store' } })
  })
  app.all('/healthz', refuseMethod)

  for (const route of readRoutes) {
    if (route.account && config.publicReadonly) continue
    const path = `/api${route.template}`
    app.get(path, async (c) => {
      c.set('line', { route: path })
      const id = c.req.param('id')
      if (id !== undefined && !idPattern.test(id)) throw notFound()
      const query = routeQuery(route, new URL(c.req.url).searchParams, config.publicReadonly)
      const target = `${route.template.replace(':id', () => segment(id ?? ''))}${query}`
      const { signal } = c.req.raw
      const { body, attempts, from } = await reads(target, route.ttl, signal).catch((error: unknown) => {
        // Node's adapter aborts with a text, and Hono hands only Errors to onError.
        throw asFailure(error, signal)
      })
      c.set('line', { route: path, attempts, from })
      if (config.publicReadonly && id !== undefined && !isPublic(body)) throw notFound()
      return new Response(body, {
        headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
      })
    })
    app.all(path, (c) => {
      c.set('line', { route: path })
      return refuseMethod()
    })
  }

  app.all('/api/*', (c) => {
    c.set('line', { route: '/api/*' })
    throw notFound()
  })

  app.get('*', async (c) => {
    const found = await files?.(c.req.raw)
    if (!found) throw notFound()
    return found
  })
  app.all('*', refuseMethod)

  app.onError((error, c: Context<Env>) => {
    const api = isApi(c.req.path)
    const line = c.get('line')
    const failure = asFailure(error, c.req.raw.signal)
    c.set('line', {
      ...line,
      route: line.route ?? (api ? '/api/*' : 'page'),
      code: failure.code,
      ...(failure.cause === undefined ? {} : { cause: causeOf(failure.cause) }),
      ...(error instanceof UpstreamFailure ? { attempts: error.attempts } : {}),
    })
    return api ? failureJson(failure, c.get('requestId')) : failureText(failure)
  })
  return app
}
