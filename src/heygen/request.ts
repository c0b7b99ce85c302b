import * as z from 'zod/mini'
import {
  HeygenHttpError,
  HeygenNetworkError,
  HeygenShapeError,
  HeygenTimeoutError,
  type ApiFault,
} from './errors.ts'
import { parseRetryAfter } from './retry-after.ts'

export interface RequestSettings {
  /** What stands before `/v3`, without a slash at its end. */
  baseUrl: string
  /** Headers of every request; a function where they can change. */
  headers?: () => Record<string, string>
  fetch?: typeof fetch
  /** Milliseconds; past it a HeygenTimeoutError. */
  timeout?: number
}

export interface RequestOptions {
  /** Left out: GET. */
  method?: 'POST' | 'DELETE'
  query?: Record<string, string | number | undefined>
  /** Sent as JSON. */
  body?: unknown
  /** Names the intent of a call that costs money: however often it is sent with it, it is carried out once. */
  idempotencyKey?: string
  signal?: AbortSignal | undefined
  /** Milliseconds, in place of the client's. */
  timeout?: number
}

/** Asks one path and gives its parsed JSON body, checked by `schema`. */
export type Request = <T>(path: string, schema: z.ZodMiniType<T>, options?: RequestOptions) => Promise<T>

const faultSchema = z.object({
  code: z.catch(z.union([z.string(), z.pipe(z.number(), z.transform(String))]), 'unknown'),
  message: z.catch(z.string(), 'no message'),
  param: z.optional(z.catch(z.optional(z.string()), undefined)),
})

function readFault(body: unknown, status: number): ApiFault {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  if (typeof error === 'string') return { code: 'unknown', message: error }
  const parsed = faultSchema.safeParse(error)
  if (!parsed.success) return { code: 'unknown', message: `HTTP ${status}` }
  const { param, ...rest } = parsed.data
  return param === undefined ? rest : { ...rest, param }
}

/** Some failures come as a 200 with `error` beside or instead of `data`. */
const carriesError = (body: unknown) =>
  typeof body === 'object' && body !== null && 'error' in body && body.error != null

/** An id as one segment of a path. A colon stays as it is: it is legal there, and our proxy refuses percent signs. */
export const segment = (id: string) => encodeURIComponent(id).replaceAll('%3A', ':')

export function createRequest({
  baseUrl,
  headers,
  fetch: send = fetch,
  timeout: usualTimeout = 30_000,
}: RequestSettings): Request {
  return async (path, schema, options = {}) => {
    const { method = 'GET', query, body: content, idempotencyKey, signal, timeout = usualTimeout } = options
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query ?? {}))
      if (value !== undefined) search.set(name, String(value))
    const where = `${method} ${path}`
    const deadline = AbortSignal.timeout(timeout)
    let response: Response
    let text: string
    try {
      response = await send(`${baseUrl}${path}${search.size ? `?${search}` : ''}`, {
        method,
        headers: {
          accept: 'application/json',
          // Our proxy takes no other type, for any call that changes something.
          ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
          ...headers?.(),
        },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      })
      text = await response.text()
    } catch (cause) {
      if (signal?.aborted) throw cause
      if (deadline.aborted)
        throw new HeygenTimeoutError(`${where}: no answer in ${timeout / 1000} s`, { cause })
      throw new HeygenNetworkError(`${where}: no answer`, { cause })
    }
    const requestId = response.headers.get('x-request-id') ?? undefined
    let body: unknown
    try {
      body = JSON.parse(text)
    } catch {
      if (response.ok) throw new HeygenShapeError(`${where}: ${response.status} is not JSON`, requestId)
    }
    if (!response.ok || carriesError(body))
      throw new HeygenHttpError(where, response.status, readFault(body, response.status), {
        requestId,
        retryAfter: parseRetryAfter(response.headers.get('retry-after'), Date.now()),
      })
    const parsed = schema.safeParse(body)
    if (!parsed.success)
      throw new HeygenShapeError(`${where}: ${z.prettifyError(parsed.error).slice(0, 300)}`, requestId)
    return parsed.data
  }
}
