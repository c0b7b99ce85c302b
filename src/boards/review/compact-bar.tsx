import { NotebookPen } from 'lucide-react'
import { boardLookCaption, boardLookName } from '#boards/names.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { usePart } from '#ui/use-part.ts'
import { ScoreButtons } from './score-buttons.tsx'
import type { JudgeProps } from './side-panel.tsx'
import { VerdictButtons } from './verdict-buttons.tsx'

const loadSheet = async () => (await import('./note-sheet.tsx')).NoteSheet

export interface CompactBarProps extends JudgeProps {
  noteOpen: boolean
  onNoteOpen: (open: boolean) => void
}

/** The same as the side panel where there is little room: within the thumb's reach, the note in a sheet. */
export function CompactBar({ noteOpen, onNoteOpen, ...judge }: CompactBarProps) {
  const { review, look, live } = judge
  const { verdict, score, note } = review.review
  const { Part: NoteSheet } = usePart(loadSheet, noteOpen, () => {
    onNoteOpen(false)
    partFailed()
  })
  return (
    <section aria-label={boardLookName(look, live.look)} className="shrink-0 px-3">
      <div className="flex items-baseline gap-2 pb-2">
        <h2 className="min-w-0 truncate text-14 font-semibold" dir="auto">
          {boardLookName(look, live.look)}
        </h2>
        <p className="min-w-0 flex-1 truncate text-13 text-ink-2" dir="auto">
          {live.gone ? boardWords.gone : boardLookCaption(look, live.look)}
        </p>
      </div>
      <VerdictButtons verdict={verdict} keys={false} onVerdict={review.judge} />
      <div className="flex items-center gap-2 pt-2">
        <ScoreButtons score={score} onScore={review.score} className="flex-1" />
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={noteOpen}
          onClick={() => onNoteOpen(true)}
          className={`inline-flex h-9 pointer-coarse:h-11 items-center gap-2 rounded-[10px] border px-3 text-14 font-medium ${note === '' ? 'border-line-2 text-ink' : 'border-accent bg-accent-wash text-accent-text'}`}
        >
          <NotebookPen size={16} strokeWidth={1.75} aria-hidden="true" />
          {reviewText.note}
        </button>
      </div>
      {NoteSheet && noteOpen && <NoteSheet {...judge} onClose={() => onNoteOpen(false)} />}
    </section>
  )
}
