import { readBoard, reviewOf, type Board, type Reviewer } from '#boards/board.ts'
import { mergeRegisters } from '#boards/register.ts'
import type { SharedBoard } from './share-code.ts'

interface ReviewerChange {
  id: string
  name: string
  /** Looks of which they had said nothing here, and those of which they said something else. */
  fresh: number
  changed: number
  duels: number
  /** Their review is submitted now, and was not. */
  submits: boolean
}

/** What merging would do to the boards of this browser. */
export interface MergeSummary {
  what: SharedBoard['what']
  id: string
  /** As it is here, or as it comes. */
  name: string
  /** `unknown`: a review of a board that is not here, with which nothing can be done. */
  kind: 'new' | 'changes' | 'nothing' | 'unknown'
  /** Of the board that comes. */
  looks: number
  added: number
  removed: number
  /** Name, brief, order, or what else is the board's own. */
  rewritten: boolean
  decided: boolean
  reviewers: readonly ReviewerChange[]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function reviewerChange(after: Reviewer, before: Reviewer | undefined): ReviewerChange {
  const looks = [...after.reviews].filter(([look, review]) => !same(review, reviewOf(before, look)))
  const empty = reviewOf(undefined, '')
  const fresh = looks.filter(([look]) => same(reviewOf(before, look), empty)).length
  const duels = after.duels.filter((duel) => !before?.duels.some((known) => same(known, duel))).length
  return {
    id: after.id,
    name: after.name,
    fresh,
    changed: looks.length - fresh,
    duels,
    submits: after.submitted && before?.submitted !== true,
  }
}

const outside = ({ name, brief, blind, looks }: Board) => [name, brief, blind, looks.map(({ note }) => note)]

export function mergeSummary(here: Board | undefined, shared: SharedBoard): MergeSummary {
  const before = here ?? readBoard(shared.id, new Map())
  const merged = mergeRegisters(before.registers, shared.registers)
  const after = readBoard(shared.id, merged)
  const was = new Set(before.looks.map(({ id }) => id))
  const is = new Set(after.looks.map(({ id }) => id))
  const left = before.looks.filter(({ id }) => is.has(id))
  const stayed = after.looks.filter(({ id }) => was.has(id))
  const reviewers = after.reviewers
    .map((reviewer) =>
      reviewerChange(
        reviewer,
        before.reviewers.find(({ id }) => id === reviewer.id),
      ),
    )
    .filter(({ fresh, changed, duels, submits }) => fresh + changed + duels > 0 || submits)
  const kind =
    shared.what === 'reply' && !here
      ? 'unknown'
      : merged === before.registers
        ? 'nothing'
        : here
          ? 'changes'
          : 'new'
  return {
    what: shared.what,
    id: shared.id,
    name: after.name,
    kind,
    looks: after.looks.length,
    added: after.looks.length - stayed.length,
    removed: before.looks.length - left.length,
    rewritten:
      here !== undefined &&
      !same(
        [outside({ ...before, looks: left }), left.map(({ id }) => id)],
        [outside({ ...after, looks: stayed }), stayed.map(({ id }) => id)],
      ),
    decided: !same(before.decision, after.decision),
    reviewers,
  }
}
