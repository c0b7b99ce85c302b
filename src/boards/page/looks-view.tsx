import { useState } from 'react'
import type { Board, Reviewer } from '#boards/board.ts'
import { BoardEmpty } from '#boards/parts/board-empty.tsx'
import { boardText } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { arrange } from './arrange.ts'
import type { BoardShown } from './board-address.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardGrid } from './board-grid.tsx'
import { takeOff } from './edit-board.ts'
import { PickedBar } from './picked-bar.tsx'
import { nothingPicked, pickedOf } from './picked.ts'

export interface LooksViewProps {
  board: Board
  visible: readonly Reviewer[]
  me: string
  shown: BoardShown
  onChange: (change: Partial<BoardShown>) => void
  hrefOf: (lookId: string) => string
  onOpen: (lookId: string) => void
  onCompare: (lookIds: readonly string[]) => void
  onCreate: ((lookIds: readonly string[]) => void) | undefined
}

/** The board's looks, which of them, and what to do with those that are selected. */
export function LooksView(props: LooksViewProps) {
  const { board, visible, me, shown, onChange, hrefOf, onOpen, onCompare, onCreate } = props
  const [picked, setPicked] = useState(nothingPicked)
  if (board.looks.length === 0) return <BoardEmpty />
  // Somebody whose reviews were hidden since is nobody here.
  const by = visible.some(({ id }) => id === shown.by) ? shown.by : null
  const looks = arrange(board, visible, { ...shown, by: by ?? me })
  const ids = pickedOf(picked, board.looks)
  const hidden = ids.length - pickedOf(picked, looks).length
  return (
    <div className={ids.length > 0 ? 'pb-20' : ''}>
      <BoardFilters board={board} visible={visible} me={me} shown={{ ...shown, by }} onChange={onChange} />
      <div className="mt-4">
        {looks.length === 0 ? (
          <Message title={boardText.noneTitle}>
            <Button onClick={() => onChange({ verdict: 'all' })}>{boardText.showAll}</Button>
          </Message>
        ) : (
          <BoardGrid
            board={board}
            shown={looks}
            visible={visible}
            me={me}
            picked={picked}
            onPick={setPicked}
            movable={shown.sort === 'order'}
            onOrder={() => onChange({ sort: 'order' })}
            hrefOf={hrefOf}
            onOpen={onOpen}
            onCreate={onCreate}
          />
        )}
      </div>
      {ids.length > 0 && (
        <PickedBar
          ids={ids}
          hidden={hidden}
          onCompare={onCompare}
          onCreate={onCreate}
          onRemove={(removed) => {
            takeOff(board, removed)
            setPicked(nothingPicked)
            document.getElementById('main')?.focus({ preventScroll: true })
          }}
          onClear={() => {
            setPicked(nothingPicked)
            document.getElementById('main')?.focus({ preventScroll: true })
          }}
        />
      )}
    </div>
  )
}
