import type { ComponentType, Ref } from 'react'
import type { Board, BoardLook } from '#boards/board.ts'
import { useLetterKeys } from '#boards/letter-keys.ts'
import { boardLookCaption, boardLookName } from '#boards/names.ts'
import type { LiveLook } from '#boards/parts/use-live-look.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { NoteField } from './note-field.tsx'
import { ReviewerList } from './reviewer-list.tsx'
import { ScoreButtons } from './score-buttons.tsx'
import type { Review } from './use-review.ts'
import { VerdictButtons } from './verdict-buttons.tsx'

export interface JudgeProps {
  board: Board
  me: string
  review: Review
  look: BoardLook
  live: LiveLook
}

export interface SidePanelProps extends JudgeProps {
  note: Ref<HTMLTextAreaElement>
  onNoteLeft: () => void
  Actions?: ComponentType<{ look: Look }> | undefined
}

/** What one thinks of the look, and what others do. */
export function SidePanel({ board, me, review, look, live, note, onNoteLeft, Actions }: SidePanelProps) {
  const keys = useLetterKeys()
  const name = boardLookName(look, live.look)
  const { verdict, score, note: stored } = review.review
  return (
    <aside
      aria-label={name}
      className="flex w-85 shrink-0 flex-col overflow-y-auto border-l border-line px-5 pt-5 pb-6"
    >
      <h2 className="text-20 font-semibold tracking-[-0.01em]" dir="auto">
        {name}
      </h2>
      <p className="mt-0.5 mb-2.5 text-13 text-ink-2" dir="auto">
        {live.gone ? boardWords.gone : boardLookCaption(look, live.look)}
      </p>
      <VerdictButtons verdict={verdict} keys={keys} onVerdict={review.judge} />
      <p className="mt-3 mb-1.5 text-12 text-ink-2">{reviewText.score}</p>
      <ScoreButtons score={score} onScore={review.score} />
      <p className="mt-4 mb-1.5 text-12 text-ink-2">{reviewText.note}</p>
      <NoteField
        key={`${board.id} ${look.id}`}
        ref={note}
        boardId={board.id}
        lookId={look.id}
        reviewer={me}
        name={name}
        stored={stored}
        onLeave={onNoteLeft}
        className="min-h-18 shrink-0"
      />
      <div className="mt-4 mb-5">
        <ReviewerList board={board} me={me} lookId={look.id} onSubmit={review.submit} />
      </div>
      {Actions && live.look && (
        <div className="mt-auto flex gap-2 empty:hidden">
          <Actions look={live.look} />
        </div>
      )}
    </aside>
  )
}
