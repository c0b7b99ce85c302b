import {
  caps,
  parseKey,
  parseValue,
  type BoardValue,
  type Decision,
  type LookNote,
  type ParsedKey,
  type Verdict,
} from './register-keys.ts'
import type { Register, Registers } from './register.ts'

export interface BoardLook {
  id: string
  note: LookNote
  position: string
}

export interface Review {
  verdict: Verdict
  /** 1 to 5. */
  score: number | null
  note: string
}

export interface Duel {
  a: string
  b: string
  winner: string
}

export interface Reviewer {
  id: string
  /** Empty where they gave none. */
  name: string
  submitted: boolean
  /** By look; also of looks that are no longer on the board. */
  reviews: ReadonlyMap<string, Review>
  duels: readonly Duel[]
}

/** A named, ordered shortlist and what people think of it. */
export interface Board {
  id: string
  name: string
  brief: string
  blind: boolean
  /** Epoch milliseconds. */
  madeAt: number
  changedAt: number
  /** In their order. */
  looks: readonly BoardLook[]
  /** Those who wrote first come first. */
  reviewers: readonly Reviewer[]
  decision: Decision | null
  registers: Registers
}

const noReview: Review = { verdict: 'undecided', score: null, note: '' }

export const reviewOf = (reviewer: Reviewer | undefined, lookId: string): Review =>
  reviewer?.reviews.get(lookId) ?? noReview

export const reviewerOf = (board: Board, id: string) => board.reviewers.find((reviewer) => reviewer.id === id)

const unnamed: LookNote = {
  name: '',
  type: '',
  group: null,
  person: null,
  width: null,
  height: null,
  from: '',
}

interface ReviewerDraft {
  id: string
  name: string
  submitted: boolean
  reviews: Map<string, Review>
  duels: Duel[]
  /** When they wrote first. */
  since: number
}

/** What has been read of registers: an edit changes a few of them, and the rest are the same objects. */
const entries = new WeakMap<Register, { key: ParsedKey; value: BoardValue } | null>()

function readRegister(key: string, register: Register) {
  const known = entries.get(register)
  if (known !== undefined) return known
  const parsed = parseKey(key)
  const value = parsed && parseValue(parsed.kind, register.value)
  const entry = parsed && value ? { key: parsed, value } : null
  entries.set(register, entry)
  return entry
}

/** What the registers say. Any state can be read: what is not understood is left out, what is missing is empty. */
export function readBoard(id: string, registers: Registers): Board {
  const board: Omit<Board, 'looks' | 'reviewers'> = {
    id,
    name: '',
    brief: '',
    blind: false,
    madeAt: 0,
    changedAt: 0,
    decision: null,
    registers,
  }
  const notes = new Map<string, LookNote | null>()
  const positions = new Map<string, string>()
  const on: string[] = []
  const reviewers = new Map<string, ReviewerDraft>()

  const reviewerFor = (reviewer: string, at: number): ReviewerDraft => {
    const found = reviewers.get(reviewer)
    if (found) found.since = Math.min(found.since, at)
    const draft = found ?? {
      id: reviewer,
      name: '',
      submitted: false,
      reviews: new Map<string, Review>(),
      duels: [],
      since: at,
    }
    reviewers.set(reviewer, draft)
    return draft
  }
  const review = (reviewer: string, look: string, at: number, change: Partial<Review>) => {
    const { reviews } = reviewerFor(reviewer, at)
    reviews.set(look, { ...(reviews.get(look) ?? noReview), ...change })
  }

  for (const [name, register] of registers) {
    const entry = readRegister(name, register)
    if (!entry) continue
    const { key, value: read } = entry
    const { reviewer } = key
    const [look = '', other = ''] = key.looks
    const { at } = register
    board.changedAt = Math.max(board.changedAt, at)
    switch (read.kind) {
      case 'name':
        board.name = read.value
        break
      case 'brief':
        board.brief = read.value
        break
      case 'made':
        board.madeAt = read.value
        break
      case 'blind':
        board.blind = read.value
        break
      case 'decision':
        board.decision = read.value
        break
      case 'look':
        notes.set(look, read.value)
        break
      case 'at':
        positions.set(look, read.value)
        break
      case 'on':
        if (read.value) on.push(look)
        break
      case 'who':
        reviewerFor(reviewer, at).name = read.value
        break
      case 'submitted':
        reviewerFor(reviewer, at).submitted = read.value
        break
      case 'verdict':
        review(reviewer, look, at, { verdict: read.value })
        break
      case 'score':
        review(reviewer, look, at, { score: read.value })
        break
      case 'note':
        review(reviewer, look, at, { note: read.value })
        break
      case 'duel': {
        const { duels } = reviewerFor(reviewer, at)
        if (read.value === look || read.value === other) duels.push({ a: look, b: other, winner: read.value })
      }
    }
  }
  // The order in which states were merged must not show.
  for (const { duels } of reviewers.values()) duels.sort(byPair)
  const looks = on.map((lookId) => ({
    id: lookId,
    note: notes.get(lookId) ?? unnamed,
    position: positions.get(lookId) ?? '',
  }))
  return {
    ...board,
    looks: looks.toSorted(byPosition).slice(0, caps.looks),
    reviewers: [...reviewers.values()]
      .toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
      .slice(0, caps.reviewers),
  }
}

const pairName = ({ a, b }: Duel) => JSON.stringify([a, b])
const byPair = (left: Duel, right: Duel) => (pairName(left) < pairName(right) ? -1 : 1)

/** Two that were put into one place at once have one position: their ids decide. */
function byPosition(a: BoardLook, b: BoardLook): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1
  return a.id < b.id ? -1 : 1
}
