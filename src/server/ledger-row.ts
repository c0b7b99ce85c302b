import * as z from 'zod/mini'
import type { IntentRecord } from './ledger.ts'

const whole = z.number()
const wholeOrNull = z.nullable(whole)
const textOrNull = z.nullable(z.string())
const json = <T>(schema: z.ZodMiniType<T>) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text): unknown => JSON.parse(text)),
    ),
    schema,
  )

const rowSchema = z.object({
  id: whole,
  user: z.string(),
  kind: z.enum(['video', 'batch', 'session', 'message']),
  route: z.string(),
  key: z.string(),
  hash: z.string(),
  body: textOrNull,
  state: z.enum(['new', 'sending', 'unknown', 'done', 'refused', 'absent']),
  answer: textOrNull,
  error: z.nullable(
    json(
      z.object({
        status: whole,
        code: z.string(),
        message: z.string(),
        param: textOrNull,
        retry_after: wholeOrNull,
      }),
    ),
  ),
  facts: json(z.object({ title: textOrNull, prompt: textOrNull, hidden: z.boolean() })),
  upstream_key: z.string(),
  cost: whole,
  attempts: whole,
  resends: whole,
  created_at: whole,
  first_sent: wholeOrNull,
  last_sent: wholeOrNull,
  updated_at: whole,
  listed_at: wholeOrNull,
  clean_listings: whole,
})

export function readRow(row: unknown): IntentRecord {
  const {
    upstream_key: upstreamKey,
    created_at: createdAt,
    first_sent: firstSent,
    last_sent: lastSent,
    updated_at: updatedAt,
    listed_at: listedAt,
    clean_listings: cleanListings,
    ...rest
  } = z.parse(rowSchema, row)
  return { ...rest, upstreamKey, createdAt, firstSent, lastSent, updatedAt, listedAt, cleanListings }
}
