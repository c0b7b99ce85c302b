import { Failure } from './failure.ts'
import type { IntentRecord, Refusal, Settlement } from './ledger.ts'
import { orderKinds } from './order-kinds.ts'
import type { SpendTimings } from './spend-timings.ts'
import type { Upstream } from './upstream.ts'

export interface RunOrder {
  write: Upstream['write']
  /** Writes an attempt down, before it is sent. */
  sent: (attempt: { resend: boolean }) => void
  timings: SpendTimings
  /** Rejects when the server stops. */
  sleep: (ms: number) => Promise<void>
  now: () => number
  random: () => number
}

const refusalOf = ({ status, code, message, param, headers }: Failure): Refusal => ({
  status,
  code,
  message,
  param: param ?? null,
  retry_after: headers['retry-after'] === undefined ? null : Number(headers['retry-after']),
})

/** Refusals of the body itself: had an earlier attempt been taken, its answer would have come again instead. */
const judgesBody = new Set([400, 404, 413, 422])

/** Milliseconds of a Retry-After that are waited out before an order in doubt is sent again. */
const longestWait = 60_000

/** Whether an order in doubt may be sent once more, under its key. */
export function hasResend(
  { kind, body, firstSent, resends }: IntentRecord,
  timings: SpendTimings,
  now: number,
): boolean {
  const inTime = firstSent === null || now <= firstSent + timings.resendFor
  return orderKinds[kind].keyed && body !== null && inTime && resends < timings.resends.length
}

/**
 * Sends an order until there is a definite answer or nothing more may be sent. What HeyGen does not carry out once a
 * key is sent once. Throws what `write` and `sent` throw, and the reason for which `sleep` rejects.
 */
export async function runOrder(record: IntentRecord, run: RunOrder): Promise<Settlement> {
  const { write, sent, timings, sleep, now, random } = run
  const { keyed, idOf } = orderKinds[record.kind]
  const { route: target, upstreamKey: key, body } = record
  if (body === null) return { state: 'unknown' }
  const firstSent = record.firstSent ?? now()
  // An attempt of a process that ended has been in doubt since.
  let doubted = record.attempts > 0
  let { resends } = record
  let resend = doubted
  let polls = 0
  for (;;) {
    if (resend && !hasResend({ ...record, firstSent, resends }, timings, now())) return { state: 'unknown' }
    if (resend) resends += 1
    const attempt = { resend }
    const outcome = await write({ method: 'POST', target, body, key }, { before: () => sent(attempt) })
    const resultId = outcome.kind === 'answer' ? idOf(outcome.value) : undefined
    if (outcome.kind === 'answer' && resultId !== undefined)
      return { state: 'done', answer: outcome.json, resultId }
    if (outcome.kind === 'refused' && (!doubted || judgesBody.has(outcome.failure.status)))
      return { state: 'refused', error: refusalOf(outcome.failure) }
    if (!keyed) return { state: 'unknown' }
    doubted = true
    const busy = outcome.kind === 'busy' ? timings.polls[polls] : undefined
    if (outcome.kind === 'busy') {
      if (busy === undefined) return { state: 'unknown' }
      polls += 1
    }
    resend = busy === undefined
    const asked =
      Number(outcome.kind === 'refused' ? (outcome.failure.headers['retry-after'] ?? 0) : 0) * 1000
    const wait = Math.max(
      (timings.resends[resends] ?? 0) * (0.8 + 0.4 * random()),
      Math.min(asked, longestWait),
    )
    await sleep(busy ?? wait)
  }
}
