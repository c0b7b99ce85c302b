import { useEffect, useState } from 'react'
import { submitReview } from '#boards/board-edits.ts'
import { reviewerOf, type Board } from '#boards/board.ts'
import { boards, useMe } from '#boards/boards.ts'
import { CheckRow } from '#boards/parts/check-row.tsx'
import { ReviewerNameField } from '#boards/parts/reviewer-name-field.tsx'
import { renameMe } from '#boards/rename-me.ts'
import { shareText as words } from '#messages/en-share.ts'
import { Button } from '#ui/button.tsx'
import { Popup, type PopupProps } from '#ui/popup.tsx'
import { LinkRow } from './link-row.tsx'

/** A board's link and what goes along with it; and one's own review, to send back. */
export function SharePopup({ board, ...popup }: Omit<PopupProps, 'label' | 'children'> & { board: Board }) {
  const me = useMe()
  const [reviews, setReviews] = useState(false)
  const mine = reviewerOf(board, me.id)
  const unsigned = me.name !== '' && mine?.name !== me.name
  useEffect(() => {
    // A name that was given elsewhere: links carry what is on the board.
    if (unsigned) renameMe(me.name, board.id)
  }, [unsigned, board.id, me.name])
  const said = mine?.reviews.size ?? 0
  return (
    <Popup {...popup} label={words.title} align="end">
      <div className="max-h-[min(78vh,640px)] w-88 max-w-[calc(100vw-76px)] overflow-y-auto p-0.5">
        <h2 className="text-16 font-semibold">{words.title}</h2>
        <p className="mt-1 mb-3 text-13 text-ink-2">{words.link.hint}</p>
        <ReviewerNameField className="mb-4" name={me.name} onChange={(name) => renameMe(name, board.id)} />
        <LinkRow
          board={board}
          share={reviews ? 'reviewed' : 'board'}
          me={me.id}
          label={words.link.label}
          copyLabel={words.link.copy}
          variant="main"
        />
        <div className="mt-4 flex flex-col gap-3">
          <CheckRow
            label={words.blind}
            hint={words.blindHint}
            checked={board.blind}
            onChange={(blind) => boards.edit(board.id, [['blind', blind]], words.blind)}
          />
          <CheckRow
            label={words.reviews}
            hint={board.blind ? words.reviewsBlind : words.reviewsHint}
            checked={reviews}
            onChange={setReviews}
          />
        </div>
        <section aria-labelledby="send-back" className="mt-4 border-t border-line pt-4">
          <h2 id="send-back" className="text-16 font-semibold">
            {words.reply.title}
          </h2>
          <p className="mt-1 text-13 text-ink-2">{said === 0 ? words.reply.none : words.reply.hint(said)}</p>
          {said > 0 && <Reply board={board} me={me.id} />}
        </section>
      </div>
    </Popup>
  )
}

function Reply({ board, me }: { board: Board; me: string }) {
  const submitted = reviewerOf(board, me)?.submitted ?? false
  return (
    <div className="mt-3 flex flex-col gap-3">
      {board.blind &&
        (submitted ? (
          <p role="status" className="text-13 text-ink-2">
            {words.reply.submitted}
          </p>
        ) : (
          <div>
            <Button onClick={() => boards.edit(board.id, submitReview(me, true), words.reply.submit)}>
              {words.reply.submit}
            </Button>
            <p className="mt-1.5 text-13 text-ink-2">{words.reply.submitHint}</p>
          </div>
        ))}
      {(!board.blind || submitted) && (
        <LinkRow
          board={board}
          share="reply"
          me={me}
          label={words.reply.link}
          copyLabel={words.reply.copy}
          variant="plain"
        />
      )}
    </div>
  )
}
