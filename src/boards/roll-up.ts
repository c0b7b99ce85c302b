import { reviewOf, type Board, type BoardLook, type Review, type Reviewer } from './board.ts'
import type { Verdict } from './register-keys.ts'

/**
 * Whose reviews `me` may see: everyone's, or on a blind board one's own until it is submitted, and then those that are
 * submitted too.
 */
export function visibleReviewers(board: Board, me: string): readonly Reviewer[] {
  if (!board.blind) return board.reviewers
  const submitted = board.reviewers.some(({ id, submitted: done }) => id === me && done)
  return board.reviewers.filter(({ id, submitted: done }) => id === me || (submitted && done))
}

export interface LookRollUp {
  look: BoardLook
  votes: Record<Verdict, number>
  /** Of those who gave one. */
  meanScore: number | null
  /** 0: all agree; 1: half of them pick it and half reject it. */
  dispute: number
  /** Those who said anything of it. */
  reviews: readonly { reviewer: Reviewer; review: Review }[]
}

const worth: Record<Verdict, number | null> = { pick: 1, maybe: 0.5, reject: 0, undecided: null }

/** How much a reviewer wants a look, 0 to 1; a score stands in for a verdict that was not given. */
function wish({ verdict, score }: Review): number | null {
  return worth[verdict] ?? (score === null ? null : (score - 1) / 4)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** What all of `reviewers` say of each look, in the board's order. */
export function rollUp(board: Board, reviewers: readonly Reviewer[]): LookRollUp[] {
  return board.looks.map((look) => {
    const all = reviewers.map((reviewer) => ({ reviewer, review: reviewOf(reviewer, look.id) }))
    const reviews = all.filter(
      ({ review }) => review.verdict !== 'undecided' || review.score !== null || review.note !== '',
    )
    const votes = { pick: 0, maybe: 0, reject: 0, undecided: 0 }
    for (const { review } of all) votes[review.verdict] += 1
    const scores = reviews.map(({ review }) => review.score).filter((score) => score !== null)
    const wishes = reviews.map(({ review }) => wish(review)).filter((value) => value !== null)
    const middle = mean(wishes)
    const variance = mean(wishes.map((value) => (value - middle) ** 2))
    return {
      look,
      votes,
      meanScore: scores.length > 0 ? mean(scores) : null,
      dispute: wishes.length > 1 ? variance * 4 : 0,
      reviews,
    }
  })
}

/** Most disputed first; those as disputed as each other stay in the board's order. */
export const mostDisputed = (rows: readonly LookRollUp[]) => rows.toSorted((a, b) => b.dispute - a.dispute)

/** Most wanted first: picks count one, maybes half, rejects against it; then the mean score. */
export const mostWanted = (rows: readonly LookRollUp[]) => {
  const rank = ({ votes: { pick, maybe, reject } }: LookRollUp) => pick + maybe / 2 - reject
  return rows.toSorted((a, b) => rank(b) - rank(a) || (b.meanScore ?? 0) - (a.meanScore ?? 0))
}
