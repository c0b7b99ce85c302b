import { Hono, type Context } from 'hono'
import { createAccess, type Access } from './access.ts'
import { createAnswerCache, type AnswerCache } from './answer-cache.ts'
import { addApiRoutes } from './api-routes.ts'
import type { AppEnv } from './app-env.ts'
import { createClientName } from './client-name.ts'
import { createClientShare } from './client-share.ts'
import type { Config } from './config.ts'
import { asFailure, failureJson, failureText, notFound, refusedMethod } from './failure.ts'
import { createGate, isApi } from './gate.ts'
import { causeOf, type Log } from './log.ts'
import { modeOf } from './page-config.ts'
import { versionHeader } from './page-version.ts'
import { createPickerHeaders, pickerPath, refuseUnnamed } from './picker-headers.ts'
import { addPictureRoute } from './picture-route.ts'
import type { Pictures } from './pictures.ts'
import { createPseudonyms } from './pseudonym.ts'
import { createReads } from './reads.ts'
import { addHeaders, securityHeaders } from './security-headers.ts'
import { addSessionRoute } from './session-route.ts'
import { spendRoutes } from './spend-routes.ts'
import type { Spending } from './spending.ts'
import { UpstreamFailure, type Upstream } from './upstream.ts'

export interface AppDeps {
  config: Config
  upstream: Upstream
  /** Left out: nothing can be made here. */
  spending?: Spending
  /** What calls that spend must carry; null where anybody who gets here may. */
  launchToken?: string | null
  /** Left out: its sessions end with the app. */
  access?: Access | null
  cache?: AnswerCache
  /** The built page; null where it has nothing for a request. */
  files?: (request: Request) => Response | null | Promise<Response | null>
  /** Null where pictures cannot be made smaller; the page then shows the originals. */
  pictures?: Pictures | null
  /** Of the page that is served now; null where that is not known. */
  version?: () => string | null | Promise<string | null>
  log?: Log
  /** False for Vite's dev server. */
  csp?: boolean
}

function refuseMethod(): never {
  throw refusedMethod('GET, HEAD')
}

/** Undefined where the runtime gives none, whatever its type says. */
const socketOf = ({ env }: Context<AppEnv>) => ({ ...env }).incoming

/** The whole server but for the runtime: gate, API, pages, headers, log. */
export function createApp({
  config,
  upstream,
  spending,
  launchToken = null,
  access = createAccess(config),
  cache = createAnswerCache(),
  files,
  pictures = null,
  version = () => null,
  log,
  csp = true,
}: AppDeps) {
  const app = new Hono<AppEnv>()
  const gate = createGate(config, access)
  const reads = createReads(upstream, cache)
  const headers = securityHeaders(config, { csp })
  const pickerHeaders = createPickerHeaders(config, { csp })
  const clientName = createClientName(config)
  // Before the gate anybody can send a header that names a person.
  const callerAddress = createClientName({ ...config, identityHeader: null })
  const pseudonym = createPseudonyms()
  const share = createClientShare({ perMinute: config.requestsPerMinute })
  const own = spending ? spendRoutes({ config, upstream, spending, launchToken }) : []

  app.use(async (c, next) => {
    const started = performance.now()
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    c.set('line', {})
    // Of a request that cannot be read there are no headers.
    c.set('client', socketOf(c)?.socket?.remoteAddress ?? '')
    await next()
    const served = isApi(c.req.path) ? await version() : null
    const all = [
      ...headers,
      ...pickerHeaders(c.req.path, new URL(c.req.url).host, c.req.header('origin')),
      ...(served === null ? [] : [[versionHeader, served] as const]),
    ]
    const response = addHeaders(c.res, all, requestId)
    // Hono merges headers into an answer that is set already.
    c.res = undefined
    c.res = response
    const line = c.get('line')
    // Files that were found are not news, nor is who left a picture.
    if (line.route === undefined && (response.status < 400 || response.status === 499)) return
    log?.({
      method: c.req.method,
      route: 'page',
      status: response.status,
      ms: Math.round(performance.now() - started),
      request_id: requestId,
      who: pseudonym(c.get('client')),
      ...line,
    })
  })

  app.use(async (c, next) => {
    const incoming = socketOf(c)
    const caller = { headers: c.req.raw.headers, peer: incoming?.socket?.remoteAddress }
    c.set('client', callerAddress(caller))
    await gate({ ...caller, method: c.req.method, url: c.req.url, target: incoming?.url })
    if (!isApi(c.req.path)) return next()
    const client = clientName(caller)
    c.set('client', client)
    const release = share(client, c.req.method !== 'POST')
    try {
      await next()
    } finally {
      release()
    }
  })

  app.get('/healthz', async (c) => {
    c.set('line', { route: '/healthz' })
    const served = await version()
    const state = { ok: true, mode: modeOf(config), ...(served === null ? {} : { version: served }) }
    return Response.json(state, { headers: { 'cache-control': 'no-store' } })
  })
  app.all('/healthz', refuseMethod)

  addSessionRoute(app, access)
  addApiRoutes(app, { reads, publicReadonly: config.publicReadonly, own })

  app.all('/api/*', (c) => {
    c.set('line', { route: '/api/*' })
    throw notFound()
  })

  addPictureRoute(app, pictures, config.mediaHosts)

  app.get(pickerPath, refuseUnnamed)
  app.get('*', async (c) => {
    const found = await files?.(c.req.raw)
    if (!found) throw notFound()
    return found
  })
  app.all('*', refuseMethod)

  app.onError((error, c: Context<AppEnv>) => {
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
