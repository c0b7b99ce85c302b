import { reviewOf, type Board } from '#boards/board.ts'
import { reviewerName } from '#boards/names.ts'
import { VerdictIcon, verdictColours } from '#boards/parts/verdict-mark.tsx'
import { visibleReviewers } from '#boards/roll-up.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { Button } from '#ui/button.tsx'

export interface ReviewerListProps {
  board: Board
  me: string
  lookId: string
  onSubmit: () => void
}

/** What each reviewer says of a look; on a blind board only what one may see. */
export function ReviewerList({ board, me, lookId, onSubmit }: ReviewerListProps) {
  const mine = board.reviewers.find(({ id }) => id === me)
  const others = visibleReviewers(board, me).filter(({ id }) => id !== me)
  const rows = [
    { id: me, name: boardWords.you, review: reviewOf(mine, lookId) },
    ...others.map((reviewer) => ({
      id: reviewer.id,
      name: reviewerName(board, reviewer),
      review: reviewOf(reviewer, lookId),
    })),
  ]
  const hidden = board.blind && !mine?.submitted
  return (
    <section aria-labelledby="reviewers">
      <h2 id="reviewers" className="pb-2 text-13 font-semibold">
        {reviewText.reviewers}
      </h2>
      <ul>
        {rows.map(({ id, name, review: { verdict, score, note } }) => (
          <li key={id} className="border-t border-line py-[9px] text-13">
            <div className="flex gap-3">
              <span className="w-26 shrink-0 truncate text-ink-2" dir="auto">
                {name}
              </span>
              {verdict === 'undecided' && score === null && note === '' ? (
                <span className="text-ink-3">{reviewText.noReview}</span>
              ) : (
                <span className={`inline-flex items-center gap-2 tabular-nums ${verdictColours[verdict]}`}>
                  {verdict !== 'undecided' && <VerdictIcon verdict={verdict} />}
                  {reviewText.verdictOf(boardWords.verdict[verdict], score)}
                </span>
              )}
            </div>
            {note !== '' && id !== me && (
              <p className="mt-1 text-13 whitespace-pre-wrap text-ink-2" dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
      {hidden && (
        <div className="border-t border-line pt-3">
          <p className="text-14 font-medium">{reviewText.hidden}</p>
          <p className="mt-0.5 text-13 text-ink-2">{reviewText.hiddenHint}</p>
          <Button className="mt-3 w-full" onClick={onSubmit}>
            {reviewText.submit}
          </Button>
        </div>
      )}
      {board.blind && mine?.submitted && (
        <p className="border-t border-line pt-3 text-13 text-ink-2">{reviewText.submitted}</p>
      )}
    </section>
  )
}
