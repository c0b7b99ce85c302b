import { submitReview } from '#boards/board-edits.ts'
import { reviewerOf, reviewOf, type Board, type Reviewer } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { reviewerName } from '#boards/names.ts'
import { ReviewerNameField } from '#boards/parts/reviewer-name-field.tsx'
import { renameMe } from '#boards/rename-me.ts'
import { boardReviewsText as words, boardText } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'

export interface ReviewersListProps {
  board: Board
  visible: readonly Reviewer[]
  me: string
  myName: string
}

const decidedBy = (board: Board, reviewer: Reviewer) =>
  board.looks.filter(({ id }) => reviewOf(reviewer, id).verdict !== 'undecided').length

/** Who reviews the board, how far they are, and one's own name among them. */
export function ReviewersList({ board, visible, me, myName }: ReviewersListProps) {
  const mine = reviewerOf(board, me)
  const submitted = mine?.submitted ?? false
  const hidden = board.reviewers.length - visible.length
  return (
    <section aria-label={words.people} className="w-full max-w-112 shrink-0">
      <ReviewerNameField name={mine?.name || myName} onChange={(name) => renameMe(name, board.id)} />
      <h2 className="mt-6 text-14 font-semibold">{words.people}</h2>
      {visible.length === 0 && <p className="mt-2 text-13 text-ink-2">{words.none}</p>}
      <ul className="mt-1">
        {visible.map((reviewer) => (
          <li
            key={reviewer.id}
            className="flex items-center justify-between gap-4 border-b border-line py-2.5 text-13"
          >
            <span className="min-w-0 truncate font-medium" dir="auto">
              {reviewerName(board, reviewer, me)}
            </span>
            <span className="shrink-0 text-ink-2 tabular-nums">
              {words.decided(decidedBy(board, reviewer), board.looks.length)} ·{' '}
              {reviewer.submitted ? words.submitted : words.open}
            </span>
          </li>
        ))}
      </ul>
      {board.blind && (!submitted || hidden > 0) && (
        <p role="note" className="mt-4 rounded-control bg-well px-4 py-3 text-13">
          {submitted ? words.hiddenAfter(hidden) : words.hidden(hidden)}
        </p>
      )}
      <Button
        variant={board.blind && !submitted ? 'main' : 'plain'}
        className="mt-4"
        onClick={() =>
          boards.edit(
            board.id,
            submitReview(me, !submitted),
            submitted ? boardText.steps.reopen : boardText.steps.submit,
          )
        }
      >
        {submitted ? words.reopen : words.submit}
      </Button>
    </section>
  )
}
