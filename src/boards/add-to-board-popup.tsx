import { Check, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { addToBoardText as words, boardsText } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'
import { inputStyles } from '#ui/field.tsx'
import { notify } from '#ui/notices.ts'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { addLooksTo } from './add-looks-to.ts'
import type { AddToBoardProps } from './add-to-board.tsx'
import type { Board } from './board.ts'
import { useBoards } from './boards.ts'
import { makeBoard } from './make-board.ts'
import { boardName } from './names.ts'
import { BoardNameForm } from './parts/board-name-form.tsx'
import { caps } from './register-keys.ts'

/** With more boards than this, they can be searched. */
const few = 8

export interface AddToBoardPopupProps extends PopupAnchor, Pick<AddToBoardProps, 'lookIds' | 'notesOf'> {
  onDone: (() => void) | undefined
}

const fold = (value: string) => value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The boards of this browser, those changed last first, and a new one. */
export function AddToBoardPopup({ lookIds, notesOf, onDone, ...popup }: AddToBoardPopupProps) {
  const { ready, boards: all } = useBoards()
  const [typed, setTyped] = useState('')
  const [naming, setNaming] = useState(false)
  const [busy, setBusy] = useState(false)
  const back = useRef(false)
  const found = all.filter(({ name }) => fold(name).includes(fold(typed.trim())))
  const asksName = naming || (ready && all.length === 0)

  const close = () => popup.onOpenChange(false, { event: new Event('close') })

  async function add(boardOf: () => string) {
    if (busy) return
    setBusy(true)
    try {
      // The notes first: a board that nothing was put on would be in the way.
      const noted = await notesOf(lookIds)
      void addLooksTo(boardOf(), noted)
      close()
      onDone?.()
    } catch {
      notify({ title: words.failed })
    } finally {
      setBusy(false)
      setNaming(false)
      setTyped('')
    }
  }
  return (
    <Popup {...popup} align="end" label={words.title}>
      <div aria-busy={busy} className="-m-2 flex w-[min(20rem,calc(100vw-3.5rem))] flex-col gap-1">
        {all.length > few && (
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={typed}
            className={`${inputStyles.line} mb-1`}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {all.length === 0 && ready && <p className="px-2 py-1 text-13 text-ink-2">{words.none}</p>}
        {all.length > 0 && found.length === 0 && (
          <p role="status" className="px-2 py-1 text-13 text-ink-2">
            {words.noMatch(typed.trim())}
          </p>
        )}
        <ul className="max-h-[min(20rem,45vh)] overflow-y-auto overscroll-contain">
          {found.map((board) => (
            <BoardRow
              key={board.id}
              board={board}
              lookIds={lookIds}
              busy={busy}
              onAdd={() => void add(() => board.id)}
            />
          ))}
        </ul>
        {asksName ? (
          <BoardNameForm
            className="pt-1"
            save={boardsText.make}
            onSave={(name) => void add(() => makeBoard(name))}
            onCancel={() => {
              back.current = true
              setNaming(false)
              if (all.length === 0) close()
            }}
          />
        ) : (
          <Button
            // The form it stands in for has the focus until it goes.
            ref={(element) => {
              if (back.current) element?.focus()
              back.current = false
            }}
            variant="quiet"
            className="justify-start px-2"
            onClick={() => setNaming(true)}
          >
            <Plus size={16} strokeWidth={2} aria-hidden="true" />
            {boardsText.create}
          </Button>
        )}
      </div>
    </Popup>
  )
}

interface BoardRowProps {
  board: Board
  lookIds: readonly string[]
  busy: boolean
  onAdd: () => void
}

function BoardRow({ board, lookIds, busy, onAdd }: BoardRowProps) {
  const on = new Set(board.looks.map(({ id }) => id))
  const there = lookIds.filter((id) => on.has(id)).length
  const all = there === lookIds.length
  const full = board.looks.length >= caps.looks
  const state = all ? words.allOn : full ? words.full : there > 0 ? words.someOn(there) : ''
  return (
    <li>
      <button
        type="button"
        aria-disabled={all || full || busy}
        className="flex min-h-10 w-full items-center gap-3 rounded-control px-2 py-1.5 text-left text-14 hover:bg-well aria-disabled:cursor-default aria-disabled:text-ink-2"
        onClick={() => {
          if (!all && !full && !busy) onAdd()
        }}
      >
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {boardName(board)}
        </span>
        <span className="flex shrink-0 items-center gap-1 text-12 text-ink-2 tabular-nums">
          {all && <Check size={14} strokeWidth={2} aria-hidden="true" />}
          {state || boardsText.looks(board.looks.length)}
        </span>
      </button>
    </li>
  )
}
