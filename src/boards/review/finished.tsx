import { Swords } from 'lucide-react'
import type { ComponentType } from 'react'
import { reviewOf, type Board } from '#boards/board.ts'
import { boardHref, duelsHref } from '#boards/hrefs.ts'
import { givenVerdicts, type GivenVerdict } from '#boards/register-keys.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import type { Review } from './use-review.ts'

export interface FinishedProps {
  board: Board
  review: Review
  ShareButton?: ComponentType<{ board: Board }> | undefined
}

/** In the picture's place once everything is decided: what came of it, and what can be done now. */
export function Finished({ board, review, ShareButton }: FinishedProps) {
  const { order, mine, submit, go } = review
  const count = (verdict: GivenVerdict) => order.filter((id) => reviewOf(mine, id).verdict === verdict).length
  const first = order[0]
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto p-6 text-center">
      <div role="status">
        <h2 className="text-20 font-semibold">{reviewText.finished(order.length)}</h2>
        <p className="mt-1 text-14 text-ink-2 tabular-nums">
          {givenVerdicts.map((verdict) => boardWords.votes(verdict, count(verdict))).join(', ')}
        </p>
        <div className="mt-6 flex flex-wrap justify-center gap-2">
          {board.blind && !mine?.submitted && (
            <Button variant="main" onClick={submit}>
              {reviewText.submit}
            </Button>
          )}
          {count('pick') + count('maybe') > 1 && (
            <ButtonLink to={duelsHref(board.id)}>
              <Swords size={16} strokeWidth={1.75} aria-hidden="true" />
              {reviewText.duelsHint}
            </ButtonLink>
          )}
          <ButtonLink to={boardHref(board.id)}>{boardWords.back}</ButtonLink>
          {ShareButton && <ShareButton board={board} />}
        </div>
        <Button variant="quiet" className="mt-3" onClick={() => go(first)}>
          {reviewText.lookAgain}
        </Button>
      </div>
    </div>
  )
}
