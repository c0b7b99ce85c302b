import type { Hono } from 'hono'
import { segment } from '#heygen/request.ts'
import type { AppEnv } from './app-env.ts'
import { asFailure, notFound, refusedMethod } from './failure.ts'
import { keepFields } from './keep-fields.ts'
import type { LogLine } from './log.ts'
import { isPublic } from './public-only.ts'
import type { Reads } from './reads.ts'
import { routeQuery } from './route-query.ts'
import { byTemplate, readRoutes, type ReadRoute } from './routes.ts'

export interface Call {
  request: Request
  /** The path below /api, its id filled in. */
  target: string
  requestId: string
  /** Adds to the line of the log. */
  tell: (facts: Partial<LogLine>) => void
}

/** A call that changes something, or that reads what the server itself keeps. */
export interface OwnRoute {
  method: 'GET' | 'POST' | 'DELETE'
  template: string
  /** What `:id` may be; left out: an id of HeyGen's. */
  pattern?: RegExp
  answer: (call: Call) => Promise<Response>
}

interface Api {
  reads: Reads
  publicReadonly: boolean
  own: readonly OwnRoute[]
}

const idPattern = /^[A-Za-z0-9_.:-]{1,128}$/

/** An answer past its time says how old it is, in seconds, as X-Lookbook-Stale. */
const jsonHeaders = { 'content-type': 'application/json', 'cache-control': 'private, no-store' }

/** Step 8 for all of `/api/v3`: what is in neither table does not exist, whatever HeyGen has there. */
export function addApiRoutes(app: Hono<AppEnv>, { reads, publicReadonly, own }: Api): void {
  const readable = readRoutes.filter(({ account }) => !(account && publicReadonly))
  const read = (path: string, route: ReadRoute) =>
    app.get(path, async (c) => {
      c.set('line', { route: path })
      const id = c.req.param('id')
      if (id !== undefined && !idPattern.test(id)) throw notFound()
      const query = routeQuery(route, new URL(c.req.url).searchParams, publicReadonly)
      const target = `${route.template.replace(':id', () => segment(id ?? ''))}${query}`
      const { signal } = c.req.raw
      const { body, attempts, from, age } = await reads(target, route.ttl, signal).catch((error: unknown) => {
        // Node's adapter aborts with a text, and Hono hands only Errors to onError.
        throw asFailure(error, signal)
      })
      c.set('line', { route: path, attempts, from })
      if (publicReadonly && id !== undefined && !isPublic(body)) throw notFound()
      const stale = age === undefined ? {} : { 'x-lookbook-stale': String(Math.round(age / 1000)) }
      return new Response(route.fields ? keepFields(body, route.fields) : body, {
        headers: { ...jsonHeaders, ...stale },
      })
    })
  const call = (path: string, { method, template, pattern = idPattern, answer }: OwnRoute) =>
    app.on(method, path, async (c) => {
      c.set('line', { route: path })
      const id = c.req.param('id')
      if (id !== undefined && !pattern.test(id)) throw notFound()
      routeQuery({ query: [] }, new URL(c.req.url).searchParams, publicReadonly)
      const { raw: request } = c.req
      const target = template.replace(':id', () => segment(id ?? ''))
      const tell = (facts: Partial<LogLine>) => c.set('line', { ...c.get('line'), ...facts })
      return answer({ request, target, requestId: c.get('requestId'), tell }).catch((error: unknown) => {
        throw asFailure(error, request.signal)
      })
    })

  for (const [template, routes] of byTemplate<ReadRoute | OwnRoute>([...readable, ...own])) {
    const path = `/api${template}`
    const methods: string[] = []
    for (const route of routes) {
      if ('method' in route) call(path, route)
      else read(path, route)
      const method = 'method' in route ? route.method : 'GET'
      methods.push(...(method === 'GET' ? ['GET', 'HEAD'] : [method]))
    }
    const allow = methods.join(', ')
    app.all(path, (c) => {
      c.set('line', { route: path })
      throw refusedMethod(allow)
    })
  }
}
