import type { Intent } from '#queries/intents.ts'
import { answeredId } from './answered-id.ts'
import { isMissing, type Change } from './change.ts'
import { waitEnd } from './follow.ts'
import { settleIntent } from './intent.ts'
import { accepted, intentOf, orderedBy, type Render } from './render.ts'
import type { Asking } from './sources.ts'

/** An order can be on its way for as long as its call waits, and a little; before, "never seen" is not final. In ms. */
const onItsWay = 130_000

/** Asks our own server's ledger after an order without an answer; gives what that means for each of its renders. */
export async function orderChange(
  first: Render,
  { sources, now, signal }: Asking,
): Promise<(render: Render) => Change> {
  const key = intentOf(first)
  let intent: Intent
  try {
    intent = await sources.intent(key, signal)
  } catch (error) {
    if (!isMissing(error)) throw error
    // It never arrived: the same order, placed again, is the same intent, so that it can never be two.
    return ({ placedAt }) => (now - placedAt > onItsWay ? { state: 'absent' } : {})
  }
  const { state, answer, error, next_check_in: wait } = intent
  const id = answeredId(orderedBy(first), answer)
  if (state === 'refused' || state === 'absent' || (state === 'done' && id)) settleIntent(key)
  if (state === 'done' && id) return (render) => accepted(render, id)
  if (state === 'absent') return () => ({ state })
  if (state === 'refused')
    return () => ({ state, failure: { code: error?.code ?? '', message: error?.message ?? '' } })
  return () => ({
    state: state === 'sending' ? 'sending' : 'unknown',
    notBefore: wait === null ? null : waitEnd(wait, now),
  })
}
