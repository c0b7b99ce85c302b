import { Pencil, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Board } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { boardHref } from '#boards/hrefs.ts'
import { boardName } from '#boards/names.ts'
import { BoardNameForm } from '#boards/parts/board-name-form.tsx'
import { LookImage } from '#boards/parts/look-image.tsx'
import { boardWords } from '#messages/en-board-common.ts'
import { boardsText, boardText } from '#messages/en-boards.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { notify } from '#ui/notices.ts'
import { countVerdicts } from './arrange.ts'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const thumbs = [0, 1, 2, 3]

export interface BoardCardProps {
  board: Board
  me: string
  /** Epoch milliseconds. */
  now: number
  /** It is going; the focus has to go somewhere. */
  onRemoved: () => void
}

/** One board in the list: four of its looks, its name, and how far its review is. */
export function BoardCard({ board, me, now, onRemoved }: BoardCardProps) {
  const { id, looks, brief, decision, changedAt } = board
  const [renaming, setRenaming] = useState(false)
  const back = useRef(false)
  const name = boardName(board)
  const { undecided } = countVerdicts(board, me)
  const [line = ''] = brief.split('\n')
  const facts = [
    boardsText.looks(looks.length),
    decision ? boardsText.decided : undecided > 0 ? boardWords.undecided(undecided) : '',
  ]
  function end() {
    back.current = true
    setRenaming(false)
  }
  return (
    <li className="group relative min-w-0">
      <Link to={boardHref(id)} className="block rounded-media" tabIndex={-1} aria-hidden="true">
        <span className="relative grid aspect-4/3 grid-cols-4 gap-0.5 overflow-hidden rounded-media bg-media">
          {thumbs.map((at) => {
            const look = looks[at]
            return (
              <span key={look?.id ?? at} className="relative overflow-hidden bg-media">
                {look && <LookImage look={look} drawnWidth={128} />}
              </span>
            )
          })}
        </span>
      </Link>
      {renaming ? (
        <BoardNameForm
          className="mt-2"
          save={boardsText.save}
          name={board.name}
          onSave={(next) => {
            boards.edit(id, [['name', next]], boardText.steps.name)
            end()
          }}
          onCancel={end}
        />
      ) : (
        <div className="mt-2 flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <h2 className="truncate text-14 font-medium" dir="auto">
              <Link to={boardHref(id)} className="rounded-sm">
                {name}
              </Link>
            </h2>
            {line && (
              <p className="truncate text-13 text-ink-2" dir="auto">
                {line}
              </p>
            )}
            <p className="text-12 text-ink-2 tabular-nums">
              {facts.filter(Boolean).join(', ')} · {boardsText.changed(changedAt, now)}
            </p>
          </div>
          <IconButton
            ref={(element) => {
              if (element && back.current) element.focus()
              back.current = false
            }}
            label={boardsText.rename(name)}
            className="size-8 pointer-coarse:size-11"
            onClick={() => setRenaming(true)}
          >
            <Pencil {...icon} />
          </IconButton>
          <IconButton
            label={boardsText.delete(name)}
            className="size-8 pointer-coarse:size-11"
            onClick={() => {
              const restore = boards.remove(id)
              notify({
                title: boardsText.deleted(name),
                action: { label: boardWords.undo, run: restore },
              })
              onRemoved()
            }}
          >
            <Trash2 {...icon} />
          </IconButton>
        </div>
      )}
    </li>
  )
}
