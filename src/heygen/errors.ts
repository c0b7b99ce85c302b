/** What HeyGen, or the proxy before it, said: `{ error: { code, message, param? } }` in its usual form. */
export interface ApiFault {
  code: string
  message: string
  param?: string
}

/** Base of everything the client throws, but for an abort, which stays a DOMException. */
class HeygenError extends Error {
  override name = 'HeygenError'
}

/** An answer with an error: a status of 400 and up, or a 200 that carries `error`. */
export class HeygenHttpError extends HeygenError {
  override name = 'HeygenHttpError'
  readonly status: number
  readonly code: string
  readonly param: string | undefined
  readonly requestId: string | undefined
  /** Seconds to wait, from Retry-After. */
  readonly retryAfter: number | undefined
  /** When it came, in epoch milliseconds. */
  readonly at = Date.now()

  constructor(
    where: string,
    status: number,
    fault: ApiFault,
    extra: { requestId?: string | undefined; retryAfter?: number | undefined },
  ) {
    super(`${where}: ${status} ${fault.code}: ${fault.message}`)
    this.status = status
    this.code = fault.code
    this.param = fault.param
    this.requestId = extra.requestId
    this.retryAfter = extra.retryAfter
  }
}

/** No answer at all: offline, refused, reset. */
export class HeygenNetworkError extends HeygenError {
  override name = 'HeygenNetworkError'
}

export class HeygenTimeoutError extends HeygenError {
  override name = 'HeygenTimeoutError'
}

/** An answer that is not JSON, or not of a shape that can be shown. */
export class HeygenShapeError extends HeygenError {
  override name = 'HeygenShapeError'
  readonly requestId: string | undefined

  constructor(message: string, requestId?: string) {
    super(message)
    this.requestId = requestId
  }
}
