import { BookmarkPlus } from 'lucide-react'
import { partFailed } from '#gallery/part-failed.ts'
import { addToBoardText as words } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'
import { usePopup } from '#ui/use-popup.ts'
import type { NotedLook } from './board-edits.ts'

const loadPopup = async () => (await import('./add-to-board-popup.tsx')).AddToBoardPopup

export interface AddToBoardProps {
  /** In the order they are to be added in. */
  lookIds: readonly string[]
  /** What is to be remembered of them; rejects where that cannot be had. */
  notesOf: (ids: readonly string[]) => Promise<NotedLook[]>
  /** They are on a board now. */
  onDone?: () => void
  className?: string
  /** On a phone its icon alone is seen. */
  compact?: boolean
}

/** A button that puts looks on a board: one that is there, or a new one. */
export function AddToBoard({ lookIds, notesOf, onDone, className = '', compact = false }: AddToBoardProps) {
  const { button, popup, Popup } = usePopup(loadPopup, partFailed)
  return (
    <>
      <Button
        {...button}
        title={words.button}
        className={`${className} ${compact ? 'shrink-0 max-sm:w-9 max-sm:px-0' : ''}`}
      >
        <BookmarkPlus size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={compact ? 'sr-only sm:not-sr-only' : ''}>{words.button}</span>
      </Button>
      {Popup && <Popup {...popup} lookIds={lookIds} notesOf={notesOf} onDone={onDone} />}
    </>
  )
}
