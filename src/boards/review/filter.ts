import { reviewOf, type Board, type BoardLook, type Reviewer } from '#boards/board.ts'
import { rollUp, visibleReviewers } from '#boards/roll-up.ts'
import { shuffledIds } from '#boards/shuffle.ts'

export const reviewFilters = ['all', 'undecided', 'pick', 'maybe', 'reject', 'disputed'] as const
export type ReviewFilter = (typeof reviewFilters)[number]

/** What a pick against a maybe comes to, of two; a difference of scores alone is none. */
const disputed = 0.25

/** The looks as this reviewer meets them: on a blind board in an order of their own, so that nobody's first is first. */
export function reviewOrder(board: Board, me: string): readonly BoardLook[] {
  if (!board.blind) return board.looks
  const byId = new Map(board.looks.map((look) => [look.id, look]))
  return shuffledIds([...byId.keys()], `${board.id} ${me}`).flatMap((id) => byId.get(id) ?? [])
}

/** The ids that a filter takes, by one's own verdicts; disputes are those among the reviewers one may see. */
export function matching(
  board: Board,
  mine: Reviewer | undefined,
  me: string,
  filter: ReviewFilter,
): ReadonlySet<string> {
  if (filter === 'disputed') {
    const rows = rollUp(board, visibleReviewers(board, me))
    return new Set(rows.filter(({ dispute }) => dispute >= disputed).map(({ look }) => look.id))
  }
  const looks =
    filter === 'all' ? board.looks : board.looks.filter(({ id }) => reviewOf(mine, id).verdict === filter)
  return new Set(looks.map(({ id }) => id))
}
