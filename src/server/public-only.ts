import * as z from 'zod/mini'

const answer = z.object({ data: z.object({ status: z.optional(z.unknown()) }) })

/**
 * Whether a look, group or voice read by its id is one of HeyGen's own. Answers do not say whose they are, but a
 * status (of training, consent or cloning) is set on private ones only.
 */
export function isPublic(body: string): boolean {
  const parsed = z.safeParse(answer, JSON.parse(body))
  return parsed.success && parsed.data.data.status == null
}
