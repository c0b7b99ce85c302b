interface RefusalExtras {
  param?: string | undefined
  headers?: Record<string, string>
}

/** A request the API refuses: thrown by the routes, answered as HeyGen's error envelope. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly code: string
  readonly param: string | undefined
  readonly headers: Record<string, string>

  constructor(status: number, code: string, message: string, { param, headers = {} }: RefusalExtras = {}) {
    super(message)
    this.status = status
    this.code = code
    this.param = param
    this.headers = headers
  }
}

export function errorResponse(
  status: number,
  error: { code: string; message: string; param?: string | undefined },
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error }, { status, headers })
}
