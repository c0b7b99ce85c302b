import { findOrder, sinceOf } from './find-order.ts'
import {
  listSince,
  readSession,
  type Listing,
  type ListingName,
  type ReadJson,
  type SessionFacts,
} from './heygen-listings.ts'
import type { IntentRecord, Ledger, Settlement } from './ledger.ts'
import type { SpendTimings } from './spend-timings.ts'

interface ReconcilerDeps {
  ledger: Ledger
  read: ReadJson
  settle: (order: IntentRecord, settlement: Settlement) => void
  /** Being sent again right now: no listing says what becomes of that. */
  isRunning: (id: number) => boolean
  timings: SpendTimings
  /** What all together may order in a day: a listing that ends before that tells of nothing that it was not made. */
  dayOrders: number
  now: () => number
}

export interface Reconciler {
  /** Looks for what is due among what HeyGen lists; never rejects. */
  check: () => Promise<void>
  /** Whether this order has not been looked for of late. */
  isDue: (order: IntentRecord) => boolean
  /** Milliseconds until it is looked for again. */
  nextCheckIn: (order: IntentRecord) => number
  /** Goes on looking in the background while anything is in doubt. */
  watch: () => void
  stop: () => void
}

/** What stands in each listing. */
const kinds = { sessions: 'session', videos: 'video' } as const

/** How many listings without it say that an order was never carried out. */
const cleanEnough = 2

function once<K, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const made = new Map<K, Promise<V>>()
  return async (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

/** Finds out what became of orders in doubt: by what HeyGen lists, since it is not asked to do them again. */
export function createReconciler(deps: ReconcilerDeps): Reconciler {
  const { ledger, read, settle, isRunning, timings, dayOrders, now } = deps
  let last = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const ageOf = ({ firstSent, createdAt }: IntentRecord) => now() - (firstSent ?? createdAt)
  const waitOf = ({ listedAt }: IntentRecord, every: number) =>
    listedAt === null ? 0 : Math.max(0, listedAt + every - now())
  const everyFor = (order: IntentRecord) =>
    ageOf(order) < timings.listOften ? timings.listEvery : timings.listEveryLater
  const isDue = (order: IntentRecord) =>
    order.state === 'unknown' && !isRunning(order.id) && waitOf(order, timings.listEvery) === 0
  const doubted = () => ledger.pending().filter(({ state }) => state === 'unknown')

  async function look(order: IntentRecord, find: Parameters<typeof findOrder>[1]): Promise<void> {
    const verdict = await findOrder(order, find).catch(() => 'unclear' as const)
    if (stopped || isRunning(order.id)) return
    if (typeof verdict === 'object') {
      const { answer, resultId } = verdict
      settle(order, { state: 'done', answer: JSON.stringify(answer), resultId })
      return
    }
    // Earlier it says nothing: HeyGen may be at work on it.
    const counts = verdict === 'clean' && now() - (order.lastSent ?? order.createdAt) >= timings.listable
    ledger.listed(order.id, counts, now())
    if (counts && order.cleanListings + 1 >= cleanEnough && !order.facts.hidden)
      settle(order, { state: 'absent' })
  }

  async function lookForAll(due: IntentRecord[]): Promise<void> {
    // Batches stay in doubt for good, and would have ever more listed.
    const since = Math.min(...due.filter(({ kind }) => kind !== 'batch').map(sinceOf))
    const list = once<ListingName, Listing>(async (of) => {
      const { items, wholeSince } = await listSince(of, since, read, dayOrders)
      // What is somebody's stays so, and each order would ask the ledger for all of it again.
      return { items: items.filter(({ id }) => !ledger.claimed(kinds[of], id)), wholeSince }
    })
    const session = once<string, SessionFacts>((id) => readSession(id, read))
    // One after the other, oldest first: two orders alike must not both find the same thing.
    for (const order of due) if (!stopped) await look(order, { ledger, list, session })
  }

  async function lookForDue(): Promise<void> {
    const due = stopped ? [] : doubted().filter(isDue)
    if (due.length > 0) await lookForAll(due)
  }

  async function check(): Promise<void> {
    // A ledger that cannot be written is asked again at the next turn.
    last = last.then(lookForDue).catch(() => undefined)
    return last
  }

  function watch(): void {
    if (stopped || timer !== undefined) return
    const waits = doubted()
      .filter((order) => ageOf(order) < timings.listFor)
      .map((order) => waitOf(order, everyFor(order)))
    if (waits.length === 0) return
    timer = setTimeout(
      () => {
        timer = undefined
        void check()
          .then(watch)
          .catch(() => undefined)
      },
      Math.max(timings.listEvery / 10, Math.min(...waits)),
    )
    timer.unref()
  }

  return {
    check,
    isDue,
    nextCheckIn: (order) => waitOf(order, everyFor(order)),
    watch,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
