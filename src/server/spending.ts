import { budgetLimits, overBudget, type Budgets } from './budgets.ts'
import { Failure } from './failure.ts'
import type { ReadJson } from './heygen-listings.ts'
import type { IntentRecord, Ledger, Order, Settlement } from './ledger.ts'
import { orderKinds } from './order-kinds.ts'
import { atMost, pause } from './pause.ts'
import { createReconciler, type Reconciler } from './reconcile.ts'
import { hasResend, runOrder } from './run-order.ts'
import { defaultTimings, type SpendTimings } from './spend-timings.ts'
import type { Upstream } from './upstream.ts'
import { createWaiters } from './waiters.ts'

export interface SpendingDeps {
  openLedger: () => Ledger
  upstream: Pick<Upstream, 'read' | 'write'>
  budgets: Budgets
  /** False: nothing that may cost something is sent, not even again. */
  sends: boolean
  timings?: Partial<SpendTimings>
  now?: () => number
  random?: () => number
}

export interface Spending {
  /** Opens the ledger and takes up what an earlier process left; false where there is none to be had. */
  start: () => boolean
  /**
   * Orders once for each intent, whoever asks and however often, and waits for the end, but not for ever: the record
   * may still be sending or in doubt. Throws a Failure where nothing was ordered, or the signal's reason.
   */
  place: (order: Order, signal: AbortSignal) => Promise<{ record: IntentRecord; replayed: boolean }>
  /** `nextCheckIn`: milliseconds until more may be known, or null. */
  find: (
    user: string,
    key: string,
  ) => Promise<{ record: IntentRecord; nextCheckIn: number | null } | undefined>
  close: () => Promise<void>
}

const unavailable = (cause?: unknown) =>
  new Failure(503, 'ledger_unavailable', 'Lookbook cannot write down what it orders, so it orders nothing.', {
    cause,
  })

const inFlight = ({ state }: IntentRecord) => state === 'new' || state === 'sending' || state === 'unknown'

const settled = (record: IntentRecord, settlement: Settlement): IntentRecord => ({
  ...record,
  state: settlement.state,
  answer: settlement.state === 'done' ? settlement.answer : null,
  error: settlement.state === 'refused' ? settlement.error : null,
})

/** Undefined where it throws, as a ledger on a full disk does. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** Milliseconds that calls under way are given when the server stops; what is not done then is in the ledger. */
const grace = 1000

/** Money is spent here and nowhere else. */
export function createSpending(deps: SpendingDeps): Spending {
  const { openLedger, upstream, budgets, sends, now = Date.now, random = Math.random } = deps
  const timings = { ...defaultTimings, ...deps.timings }
  const closing = new AbortController()
  const limits = budgetLimits(budgets)
  const jobs = new Map<number, Promise<void>>()
  const waiters = createWaiters()
  let opened: { ledger: Ledger; reconciler: Reconciler } | undefined

  const readJson: ReadJson = async (path) => JSON.parse((await upstream.read(path, closing.signal)).body)

  function settle(ledger: Ledger, record: IntentRecord, settlement: Settlement): void {
    // Even where the disk takes no more, who waits hears what HeyGen said; the next start finds it again.
    const end =
      attempt(() => {
        ledger.settle(record.id, settlement, now())
        return ledger.get(record.id)
      }) ?? settled(record, settlement)
    // An order that came into doubt is waited for on: the listings may find it.
    if (!inFlight(end)) waiters.wake(record.id, end)
  }

  function failed(ledger: Ledger, record: IntentRecord, error: unknown): void {
    if (closing.signal.aborted) return
    if (attempt(() => ledger.get(record.id))?.state !== 'new')
      return settle(ledger, record, { state: 'unknown' })
    attempt(() => ledger.forget(record.id))
    waiters.wake(record.id, error instanceof Failure ? error : unavailable(error))
  }

  function run(ledger: Ledger, reconciler: Reconciler, record: IntentRecord): void {
    const { id } = record
    const order = runOrder(record, {
      write: upstream.write,
      sent: ({ resend }) => ledger.sent(id, { resend, now: now() }),
      timings,
      sleep: (ms) => pause(ms, closing.signal),
      now,
      random,
    })
    const job = order
      .then(
        (settlement) => settle(ledger, record, settlement),
        (error: unknown) => failed(ledger, record, error),
      )
      .finally(() => {
        jobs.delete(id)
        attempt(reconciler.watch)
      })
    jobs.set(id, job)
  }

  function open(): NonNullable<typeof opened> {
    const ledger = openLedger()
    const reconciler = createReconciler({
      ledger,
      read: readJson,
      settle: (record, settlement) => settle(ledger, record, settlement),
      isRunning: (id) => jobs.has(id),
      timings,
      dayOrders: budgets.allDay,
      now,
    })
    try {
      ledger.takeOver(now())
      for (const record of ledger.pending())
        if (sends && orderKinds[record.kind].keyed) run(ledger, reconciler, record)
      reconciler.watch()
      return { ledger, reconciler }
    } catch (error) {
      ledger.close()
      throw error
    }
  }

  /** Asked again at every order, since a disk gets room and another process ends. */
  function ready(): NonNullable<typeof opened> {
    if (closing.signal.aborted) throw unavailable()
    try {
      return (opened ??= open())
    } catch (cause) {
      throw unavailable(cause)
    }
  }

  return {
    start: () => attempt(ready) !== undefined,

    async place(order, signal) {
      const { ledger, reconciler } = ready()
      let result: ReturnType<Ledger['open']>
      try {
        result = ledger.open(order, limits, now())
      } catch (cause) {
        throw unavailable(cause)
      }
      if (result.kind === 'over') throw overBudget(result.limit, result.wait)
      const { kind, record } = result
      if (record.hash !== order.hash)
        throw new Failure(
          422,
          'intent_mismatch',
          'This Idempotency-Key was sent with another body: take a new one.',
        )
      if (!inFlight(record)) return { record, replayed: true }
      const again = record.state === 'unknown' && !jobs.has(record.id) && hasResend(record, timings, now())
      if (kind === 'opened' || again) run(ledger, reconciler, record)
      else void reconciler.check()
      const end = await waiters.wait(record.id, timings.wait, signal)
      return { record: end ?? attempt(() => ledger.get(record.id)) ?? record, replayed: kind === 'known' }
    },

    async find(user, key) {
      const { ledger, reconciler } = ready()
      try {
        const record = ledger.find(user, key)
        if (!record) return undefined
        if (reconciler.isDue(record)) await atMost(reconciler.check(), timings.look)
        const current = ledger.get(record.id) ?? record
        const nextCheckIn = current.state === 'unknown' ? reconciler.nextCheckIn(current) : null
        return { record: current, nextCheckIn }
      } catch (cause) {
        throw unavailable(cause)
      }
    },

    async close() {
      closing.abort()
      opened?.reconciler.stop()
      await atMost(
        Promise.allSettled(jobs.values()).then(() => undefined),
        grace,
      )
      opened?.ledger.close()
      opened = undefined
    },
  }
}
