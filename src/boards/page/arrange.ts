import { reviewerOf, reviewOf, type Board, type BoardLook, type Reviewer } from '#boards/board.ts'
import { verdicts, type Verdict } from '#boards/register-keys.ts'
import { mostDisputed, mostWanted, rollUp } from '#boards/roll-up.ts'

export const sortings = ['order', 'wanted', 'disputed'] as const
export type Sorting = (typeof sortings)[number]

export const verdictFilters = ['all', ...verdicts] as const
export type VerdictFilter = (typeof verdictFilters)[number]

export interface Arrangement {
  verdict: VerdictFilter
  /** Whose verdicts are meant. */
  by: string
  sort: Sorting
}

/** The looks as they are shown: those with the verdict, in the order that was asked for. */
export function arrange(
  board: Board,
  visible: readonly Reviewer[],
  { verdict, by, sort }: Arrangement,
): BoardLook[] {
  const reviewer = visible.find(({ id }) => id === by)
  const sorted =
    sort === 'order'
      ? board.looks
      : (sort === 'wanted' ? mostWanted : mostDisputed)(rollUp(board, visible)).map(({ look }) => look)
  return sorted.filter(({ id }) => verdict === 'all' || reviewOf(reviewer, id).verdict === verdict)
}

/** How many looks of the board a reviewer has given each verdict. */
export function countVerdicts(board: Board, by: string): Record<VerdictFilter, number> {
  const reviewer = reviewerOf(board, by)
  const counts = { all: board.looks.length, pick: 0, maybe: 0, reject: 0, undecided: 0 }
  for (const { id } of board.looks) counts[reviewOf(reviewer, id).verdict] += 1
  return counts
}

export type Votes = Readonly<Record<Verdict, number>>

/** What others than `me` say of each look, in votes. */
export function votesOfOthers(
  board: Board,
  visible: readonly Reviewer[],
  me: string,
): ReadonlyMap<string, Votes> {
  const others = visible.filter(({ id }) => id !== me)
  return new Map(
    board.looks.map(({ id }) => {
      const votes: Record<Verdict, number> = { pick: 0, maybe: 0, reject: 0, undecided: 0 }
      for (const reviewer of others) votes[reviewOf(reviewer, id).verdict] += 1
      return [id, votes]
    }),
  )
}
