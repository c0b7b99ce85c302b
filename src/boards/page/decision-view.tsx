import { useRef, useState } from 'react'
import { decide } from '#boards/board-edits.ts'
import type { Board, BoardLook, Reviewer } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { BoardEmpty } from '#boards/parts/board-empty.tsx'
import { LookImage } from '#boards/parts/look-image.tsx'
import type { Decision } from '#boards/register-keys.ts'
import { undoAction } from '#boards/step-board.ts'
import { nameOf } from '#looks/look-words.ts'
import { boardDecisionText as words, boardText } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'
import { notify } from '#ui/notices.ts'
import { DecisionForm } from './decision-form.tsx'

export interface DecisionViewProps {
  board: Board
  visible: readonly Reviewer[]
  me: string
  myName: string
}

/** What was decided, or the form to decide it. */
export function DecisionView({ board, visible, me, myName }: DecisionViewProps) {
  const [changing, setChanging] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { decision, looks } = board
  if (looks.length === 0 && !decision) return <BoardEmpty />
  /** What had the focus goes; it goes on at the heading, which stays. */
  function turn(to: boolean) {
    setChanging(to)
    heading.current?.focus()
  }
  function takeBack() {
    boards.edit(board.id, decide(null), boardText.steps.takeBack)
    notify({ title: words.takenBack, action: undoAction(board.id, boardText.steps.takeBack) })
    turn(false)
  }
  return (
    <section aria-labelledby="board-decision">
      <h2 id="board-decision" ref={heading} tabIndex={-1} className="mb-1 text-16 font-semibold outline-none">
        {words.title}
      </h2>
      {decision && !changing ? (
        <>
          <Record board={board} decision={decision} />
          <div className="mt-6 flex gap-2">
            <Button onClick={() => turn(true)}>{words.change}</Button>
            <Button onClick={takeBack}>{words.takeBack}</Button>
          </div>
        </>
      ) : (
        <DecisionForm
          board={board}
          visible={visible}
          me={me}
          myName={myName}
          onDone={() => turn(false)}
          onCancel={decision ? () => turn(false) : undefined}
        />
      )}
    </section>
  )
}

function Record({ board, decision: { chosen, runnersUp, note, by } }: { board: Board; decision: Decision }) {
  return (
    <>
      {by && <p className="text-13 text-ink-2">{words.by(by)}</p>}
      {note && (
        <p className="mt-3 max-w-180 text-14 whitespace-pre-line" dir="auto">
          {note}
        </p>
      )}
      <Looks title={words.chosen} ids={chosen} board={board} width="w-46" drawn={184} />
      <Looks title={words.runnersUp} ids={runnersUp} board={board} width="w-32" drawn={128} />
    </>
  )
}

interface LooksProps {
  title: string
  ids: readonly string[]
  board: Board
  width: string
  drawn: number
}

function Looks({ title, ids, board, width, drawn }: LooksProps) {
  if (ids.length === 0) return null
  return (
    <>
      <h3 className="mt-5 mb-2 text-13 font-medium text-ink-2">{title}</h3>
      <ul className="flex flex-wrap gap-3">
        {ids.map((id) => {
          const look = board.looks.find((one) => one.id === id)
          return (
            <li key={id} className={width}>
              {look ? (
                <Figure look={look} drawn={drawn} />
              ) : (
                <span className="text-13">{`${id}: ${words.removed}`}</span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Figure = ({ look, drawn }: { look: BoardLook; drawn: number }) => (
  <figure>
    <span className="relative block aspect-4/5 overflow-hidden rounded-media bg-media">
      <LookImage look={look} drawnWidth={drawn} />
    </span>
    <figcaption className="mt-2 truncate text-14 font-medium" dir="auto">
      {nameOf(look.note)}
    </figcaption>
  </figure>
)
