import { useEffect, useEffectEvent, useRef, useState, type Ref } from 'react'
import { setNote } from '#boards/board-edits.ts'
import { reviewerOf, reviewOf } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { caps } from '#boards/register-keys.ts'
import { reviewText } from '#messages/en-review.ts'
import { inputStyles } from '#ui/field.tsx'
import { noteDrafts } from './note-drafts.ts'
import { mergeNote } from './note-merge.ts'

/** A pause this long, in ms, saves what was typed as one step. */
const rest = 800

export interface NoteFieldProps {
  ref?: Ref<HTMLTextAreaElement>
  boardId: string
  lookId: string
  reviewer: string
  name: string
  /** As the board has it. */
  stored: string
  /** Escape, where nothing around it hears that. */
  onLeave?: () => void
  className?: string
}

/** The note of one look; another look needs another one (`key`). What was typed is saved however it is left. */
export function NoteField({
  ref,
  boardId,
  lookId,
  reviewer,
  name,
  stored,
  onLeave,
  className = '',
}: NoteFieldProps) {
  const [typed, setTyped] = useState<{ base: string; text: string } | null>(null)
  const pending = useRef<{ base: string; text: string } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function save() {
    clearTimeout(timer.current)
    const note = pending.current
    if (!note) return
    pending.current = null
    setTyped(null)
    const board = boards.get(boardId)
    // Removed meanwhile.
    if (!board) return
    const now = reviewOf(reviewerOf(board, reviewer), lookId).note
    boards.edit(boardId, setNote(reviewer, lookId, mergeNote(note.base, note.text, now)), reviewText.noteStep)
    // Typed meanwhile, it is kept for the next time.
    void boards.settled().then(() => pending.current ?? noteDrafts.drop({ board: boardId, look: lookId }))
  }

  function type(text: string) {
    const note = { base: pending.current?.base ?? stored, text }
    pending.current = note
    setTyped(note)
    noteDrafts.keep({ board: boardId, look: lookId, reviewer, ...note })
    clearTimeout(timer.current)
    timer.current = setTimeout(save, rest)
  }

  const leave = useEffectEvent(save)
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && leave()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return (
    <textarea
      ref={ref}
      aria-label={reviewText.noteFor(name)}
      value={typed?.text ?? stored}
      maxLength={caps.note}
      placeholder={reviewText.noteEmpty}
      dir="auto"
      onChange={(event) => type(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onLeave) return
        event.preventDefault()
        onLeave()
      }}
      className={`${inputStyles.area} rounded-media ${className}`}
    />
  )
}
