import * as z from 'zod/mini'
import { hash32 } from './random.ts'
import { Refusal } from './refusal.ts'

/** `turn` only makes a second cursor for the same row differ from the first: an empty page needs one. */
export interface Cursor {
  offset: number
  turn: number
}

const check = (scope: string, { offset, turn }: Cursor) => hash32(`${scope} ${offset} ${turn}`).toString(36)

/** An opaque token, good for this listing with these filters only. */
export function writeCursor(scope: string, cursor: Cursor): string {
  const text = `${cursor.offset}.${cursor.turn}.${check(scope, cursor)}`
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The cursor in a token; throws a Refusal for a token that writeCursor did not give for this scope. */
export function readCursor(scope: string, token: string | undefined): Cursor {
  if (token === undefined) return { offset: 0, turn: 0 }
  let text = ''
  try {
    text = atob(token.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    // Not base64: refused below with the others.
  }
  const [, offset, turn, sum] = /^(\d{1,9})\.(\d{1,4})\.([0-9a-z]+)$/.exec(text) ?? []
  const cursor = { offset: Number(offset), turn: Number(turn) }
  if (sum === undefined || sum !== check(scope, cursor))
    throw new Refusal(400, 'invalid_parameter', 'token is not a cursor of this listing.', { param: 'token' })
  return cursor
}

/** `limit` as HeyGen takes it: a whole number from 1 to `max`, never clamped. */
export const limitSchema = (max: number) => {
  const range = `limit must be a whole number from 1 to ${max}.`
  return z.optional(
    z.pipe(
      z.string().check(z.regex(/^\d{1,4}$/, range)),
      z.pipe(z.transform(Number), z.number().check(z.gte(1, range), z.lte(max, range))),
    ),
  )
}

/** The query parameters by schema; the first that does not fit is refused by name. */
export function readQuery<T>(schema: z.ZodMiniType<T>, query: Record<string, string>): T {
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const param = String(issue?.path[0] ?? '')
  throw new Refusal(400, 'invalid_parameter', issue?.message ?? 'A parameter is not valid.', { param })
}
