interface FailureExtra {
  param?: string | undefined
  headers?: Record<string, string>
  cause?: unknown
}

/** Why a request gets no answer, as it is told to the caller: never a key, never a path of this machine. */
export class Failure extends Error {
  override name = 'Failure'
  readonly status: number
  readonly code: string
  readonly param: string | undefined
  readonly headers: Record<string, string>

  constructor(status: number, code: string, message: string, extra: FailureExtra = {}) {
    super(message, { cause: extra.cause })
    this.status = status
    this.code = code
    this.param = extra.param
    this.headers = extra.headers ?? {}
  }
}

/** Whatever was thrown while a request was answered, as what its caller is told. */
export function asFailure(error: unknown, signal: AbortSignal): Failure {
  if (error instanceof Failure) return error
  // nginx's number for a client that left; only the log sees it.
  if (signal.aborted) return new Failure(499, 'client_closed', 'The client went away.')
  return new Failure(500, 'server_error', 'Lookbook failed.', { cause: error })
}

export const notFound = () => new Failure(404, 'not_found', 'There is nothing at this address.')

export const refusedMethod = (allow: string) =>
  new Failure(405, 'method_not_allowed', `This address takes ${allow} only.`, { headers: { allow } })

/** HeyGen's own envelope and our request id, for the API. */
export function failureJson({ status, code, message, param, headers }: Failure, requestId: string): Response {
  const error = { code, message, ...(param === undefined ? {} : { param }), request_id: requestId }
  return Response.json({ error }, { status, headers: { ...headers, 'cache-control': 'private, no-store' } })
}

/** One sentence, for a person who opened the address. */
export function failureText({ status, message, headers }: Failure): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
