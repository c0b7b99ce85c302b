import { reviewOf, type Board } from '#boards/board.ts'
import { reviewerName } from '#boards/names.ts'
import { rollUp, visibleReviewers, type LookRollUp } from '#boards/roll-up.ts'

const iso = (time: number) => (time > 0 ? new Date(time).toISOString() : null)

/** The board and what was said, as plain data with names of its own; times as ISO 8601. */
export function boardData(board: Board, me: string) {
  const reviewers = visibleReviewers(board, me)
  const lookData = ({ look: { id, note }, votes, meanScore, dispute }: LookRollUp, place: number) => ({
    position: place + 1,
    id,
    ...note,
    votes,
    meanScore,
    dispute,
    reviews: reviewers.map((reviewer) => Object.assign({ reviewer: reviewer.id }, reviewOf(reviewer, id))),
  })
  return {
    board: {
      id: board.id,
      name: board.name,
      brief: board.brief,
      blind: board.blind,
      made: iso(board.madeAt),
      changed: iso(board.changedAt),
    },
    looks: rollUp(board, reviewers).map(lookData),
    reviewers: reviewers.map((reviewer) => ({
      id: reviewer.id,
      name: reviewerName(board, reviewer),
      me: reviewer.id === me,
      submitted: reviewer.submitted,
      duels: reviewer.duels,
    })),
    decision: board.decision,
  }
}

/** What a decision rests on; null where there is none. */
export function decisionData(board: Board, me: string) {
  const { decision } = board
  if (!decision) return null
  const reviewers = visibleReviewers(board, me)
  const rows = new Map(rollUp(board, reviewers).map((row) => [row.look.id, row]))
  const described = (id: string) => {
    const row = rows.get(id)
    return {
      id,
      name: row?.look.note.name ?? '',
      person: row?.look.note.person ?? null,
      votes: row?.votes ?? null,
      meanScore: row?.meanScore ?? null,
      notes: (row?.reviews ?? [])
        .filter(({ review }) => review.note !== '')
        .map(({ reviewer, review }) => ({ by: reviewerName(board, reviewer), note: review.note })),
    }
  }
  return {
    board: { id: board.id, name: board.name, brief: board.brief, blind: board.blind },
    decided: iso(board.registers.get('decision')?.at ?? 0),
    by: decision.by,
    why: decision.note,
    chosen: decision.chosen.map(described),
    runnersUp: decision.runnersUp.map(described),
    looks: board.looks.length,
    reviewers: reviewers.map((reviewer) => reviewerName(board, reviewer)),
    filters: [...new Set(board.looks.map(({ note }) => note.from))].filter((from) => from !== ''),
  }
}

export type DecisionData = NonNullable<ReturnType<typeof decisionData>>
