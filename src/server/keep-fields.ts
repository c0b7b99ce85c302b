import * as z from 'zod/mini'

const answer = z.looseObject({ data: z.record(z.string(), z.unknown()) })

/** JSON text of an answer whose `data` has these fields and no other; as it came where `data` is no object. */
export function keepFields(body: string, fields: readonly string[]): string {
  const parsed = z.safeParse(answer, JSON.parse(body))
  if (!parsed.success) return body
  const kept = Object.entries(parsed.data.data).filter(([field]) => fields.includes(field))
  return JSON.stringify({ ...parsed.data, data: Object.fromEntries(kept) })
}
