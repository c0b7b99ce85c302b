import * as z from 'zod/mini'
import type { OrderKind } from './ledger.ts'

const idIn = (name: string) => {
  const schema = z.object({ data: z.object({ [name]: z.string().check(z.minLength(1)) }) })
  return (answer: unknown): string | undefined => z.safeParse(schema, answer).data?.data[name]
}

interface KindFacts {
  /** HeyGen carries out each key once. */
  keyed: boolean
  /** The id of what was made, without which an answer is none. */
  idOf: (answer: unknown) => string | undefined
}

export const orderKinds: Record<OrderKind, KindFacts> = {
  video: { keyed: true, idOf: idIn('video_id') },
  batch: { keyed: true, idOf: idIn('batch_id') },
  session: { keyed: false, idOf: idIn('session_id') },
  message: { keyed: false, idOf: idIn('session_id') },
}
