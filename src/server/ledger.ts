import type { BudgetLimit } from './budgets.ts'
import type { Tokens } from './refresh-token.ts'
import type { SessionStore } from './session-store.ts'

/**
 * What an order is for: a video or a batch, which HeyGen makes once however often it gets the same key; a session of
 * the agent or a message to one, which it makes as often as it is asked.
 */
export type OrderKind = 'video' | 'batch' | 'session' | 'message'

/** `new` was never sent; `sending` was, and this process waits for the answer; the last three are final. */
export type IntentState = 'new' | 'sending' | 'unknown' | 'done' | 'refused' | 'absent'

/** States that lead to a final one. An `unknown` order whose repetition HeyGen refuses is refused. */
export const before: Record<'unknown' | 'done' | 'refused' | 'absent', readonly IntentState[]> = {
  unknown: ['sending'],
  done: ['sending', 'unknown'],
  refused: ['sending', 'unknown'],
  absent: ['unknown'],
}

/** A failure as it is told again to who asks again. */
export interface Refusal {
  status: number
  code: string
  message: string
  param: string | null
  /** Seconds from when it was said. */
  retry_after: number | null
}

/** What finds an order again among what HeyGen lists. */
export interface Facts {
  title: string | null
  /** SHA-256 of the prompt or message. */
  prompt: string | null
  /** HeyGen may not list it (incognito). */
  hidden: boolean
}

export interface Order {
  user: string
  kind: OrderKind
  /** The path it is sent to. */
  route: string
  /** The intent's, made by the page. */
  key: string
  /** Canonical JSON. */
  body: string
  hash: string
  upstreamKey: string
  /** Videos. */
  cost: number
  facts: Facts
}

/** Times are in milliseconds since 1970. */
export interface IntentRecord extends Omit<Order, 'body'> {
  id: number
  state: IntentState
  /** Kept until the end is known, for sending it again. */
  body: string | null
  /** HeyGen's answer, JSON. */
  answer: string | null
  error: Refusal | null
  attempts: number
  /** Attempts after one that was in doubt. */
  resends: number
  createdAt: number
  /** First and last attempt. */
  firstSent: number | null
  lastSent: number | null
  updatedAt: number
  listedAt: number | null
  /** Listings that did not show it, whole and late enough. */
  cleanListings: number
}

export type Settlement =
  | { state: 'done'; answer: string; resultId: string }
  | { state: 'refused'; error: Refusal }
  | { state: 'unknown' }
  | { state: 'absent' }

type Opened =
  | { kind: 'opened' | 'known'; record: IntentRecord }
  | { kind: 'over'; limit: BudgetLimit; wait: number | null }

/**
 * What was ordered and what became of it. Synchronous, so that two orders never interleave; every change is on the
 * disk when its method returns. Methods throw where that fails. One process at a time has it.
 */
export interface Ledger {
  /** What is known of this intent; else its row and its place in the budgets, in one transaction. */
  open: (order: Order, limits: readonly BudgetLimit[], now: number) => Opened
  get: (id: number) => IntentRecord | undefined
  /** The newest of this person's with the key, whatever its route. */
  find: (user: string, key: string) => IntentRecord | undefined
  /** Before each attempt. */
  sent: (id: number, attempt: { resend: boolean; now: number }) => void
  /** False where it was settled before: the first settlement stands. */
  settle: (id: number, settlement: Settlement, now: number) => boolean
  /** What was never sent has never been. */
  forget: (id: number) => void
  listed: (id: number, clean: boolean, now: number) => void
  /** Sending or unknown, oldest first. */
  pending: () => IntentRecord[]
  /** Whether some order of this kind has this result already. */
  claimed: (kind: OrderKind, resultId: string) => boolean
  /** Orders like this one that are done, sent since. */
  doneLike: (order: IntentRecord, since: number) => number
  /** What a process that ended left behind: what it was sending is in doubt. */
  takeOver: (now: number) => void
  /** What is kept under this name; anything else that was kept goes, all of it with null. */
  tokens: (name: string | null) => Tokens | undefined
  keepTokens: (name: string, tokens: Tokens) => void
  /** Who is signed in: in the same database, since it is the one thing that outlives the process. */
  sessions: SessionStore
  close: () => void
}
