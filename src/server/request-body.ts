import * as z from 'zod/mini'
import { Failure } from './failure.ts'
import { readCapped, TooLarge } from './read-capped.ts'

const longest = 64 * 1024

/**
 * Step 9, for routes that take a body: at most 64 KiB of JSON that the strict schema takes as it is.
 * Throws a Failure: 413, 400, 422 (with the first offending field as `param`).
 */
export async function readJsonBody<T>(request: Request, schema: z.ZodMiniType<T>): Promise<T> {
  let text: string
  try {
    text = await readCapped(request, { cap: longest, idle: 10_000 })
  } catch (cause) {
    if (cause instanceof TooLarge) throw new Failure(413, 'payload_too_large', 'The body is over 64 KiB.')
    throw new Failure(400, 'body_cut', 'The body broke off.', { cause })
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Failure(400, 'invalid_json', 'The body is not JSON.')
  }
  const parsed = z.safeParse(schema, body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const param = [...(issue?.path ?? []), ...keys].join('.').slice(0, 100)
  throw new Failure(422, 'invalid_parameter', `${param || 'The body'} is not as this call takes it.`, {
    param: param || undefined,
  })
}
