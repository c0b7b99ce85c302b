import { reviewerOf, reviewOf, type Board, type Review } from '#boards/board.ts'
import { reviewerName } from '#boards/names.ts'
import { verdicts } from '#boards/register-keys.ts'
import { rollUp, visibleReviewers, type LookRollUp } from '#boards/roll-up.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { exportText as words } from '#messages/en-export.ts'
import { lookCells, lookHeadings } from './exported-looks.ts'

const columns = words.columns

const reviewCells = ({ verdict, score, note }: Review) => [
  boardWords.verdict[verdict],
  score === null ? '' : String(score),
  note,
]

const rounded = (value: number) => String(Math.round(value * 100) / 100)

/** A row of headings, and one for each look: its facts, my review, everyone's, and all together. */
export function boardTable(board: Board, me: string): string[][] {
  const visible = visibleReviewers(board, me)
  const mine = reviewerOf(board, me)
  const others = visible.filter(({ id }) => id !== me)
  const headings = [
    ...lookHeadings,
    columns.myVerdict,
    columns.myScore,
    columns.myNote,
    ...others.flatMap((reviewer) => {
      const name = reviewerName(board, reviewer)
      return [columns.verdictOf(name), columns.scoreOf(name), columns.noteOf(name)]
    }),
    ...verdicts.map((verdict) => boardWords.verdicts[verdict]),
    columns.meanScore,
    columns.dispute,
    columns.chosen,
    columns.from,
  ]
  const rowOf = ({ look, votes, meanScore, dispute }: LookRollUp, place: number) => [
    ...lookCells(look, place),
    ...reviewCells(reviewOf(mine, look.id)),
    ...others.flatMap((reviewer) => reviewCells(reviewOf(reviewer, look.id))),
    ...verdicts.map((verdict) => String(votes[verdict])),
    meanScore === null ? '' : rounded(meanScore),
    rounded(dispute),
    chosenWord(board, look.id),
    look.note.from,
  ]
  return [headings, ...rollUp(board, visible).map(rowOf)]
}

function chosenWord({ decision }: Board, id: string): string {
  if (decision?.chosen.includes(id)) return words.chosen
  return decision?.runnersUp.includes(id) ? words.runnerUp : ''
}
