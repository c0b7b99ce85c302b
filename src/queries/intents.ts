import * as z from 'zod/mini'
import { createRequest, segment } from '#heygen/request.ts'
import { numberOrNull, text, textOrNull } from '#heygen/schemas/lenient.ts'
import { heygenSettings } from './heygen.ts'

const ids = z.object({ video_id: textOrNull, session_id: textOrNull, batch_id: textOrNull })

const intentSchema = z.object({
  data: z.object({
    /** sending, done, refused, unknown or absent. */
    state: text,
    /** HeyGen's answer to the order; null until it is known. */
    answer: z.catch(
      z.nullable(
        z.pipe(
          z.object({ data: ids }),
          z.transform(({ data }) => data),
        ),
      ),
      null,
    ),
    /** Why it was refused. */
    error: z.catch(
      z.nullable(
        z.object({
          status: z.catch(z.number(), 0),
          code: text,
          message: text,
          param: textOrNull,
          retry_after: numberOrNull,
        }),
      ),
      null,
    ),
    /** Seconds until the server knows more; null where it will not. */
    next_check_in: numberOrNull,
  }),
})

export type Intent = z.infer<typeof intentSchema>['data']

const request = createRequest({ ...heygenSettings, timeout: 10_000 })

/** What became of an order, by its key, from our own server's ledger; a 404 where it never arrived there. */
export async function readIntent(key: string, options: { signal?: AbortSignal } = {}): Promise<Intent> {
  return (await request(`/intents/${segment(key)}`, intentSchema, options)).data
}
