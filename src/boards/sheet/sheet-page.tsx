import './sheet.css'
import { useState } from 'react'
import type { Board } from '#boards/board.ts'
import { useBoard, useMe } from '#boards/boards.ts'
import type { FindPeople } from '#boards/export/name-people.ts'
import { boardHref } from '#boards/hrefs.ts'
import { boardName } from '#boards/names.ts'
import { BoardEmpty } from '#boards/parts/board-empty.tsx'
import { BoardMissing } from '#boards/parts/board-missing.tsx'
import { rollUp, visibleReviewers } from '#boards/roll-up.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { exportText } from '#messages/en-export.ts'
import { text } from '#messages/en.ts'
import { useTitle } from '#ui/use-title.ts'
import { pagesOf, sheetGrid, type SheetSettings } from './sheet-layout.ts'
import { SheetCell, SheetPaper } from './sheet-paper.tsx'
import { useSheetPeople } from './sheet-people.ts'
import { useSheetPictures } from './sheet-pictures.ts'
import { SheetTools } from './sheet-tools.tsx'
import { verdictLine } from './sheet-words.ts'

const words = exportText.sheet

export interface SheetPageProps {
  boardId: string
  settings: SheetSettings
  onChange: (settings: SheetSettings) => void
  findPeople: FindPeople
}

/** A board on paper: pages of looks as they will be printed, and the button that prints them. */
export function SheetPage({ boardId, ...sheet }: SheetPageProps) {
  const board = useBoard(boardId)
  const name = board ? boardName(board) : ''
  // The name of the file, where it is printed into one.
  useTitle(board === undefined ? null : text.title.of(board ? name : boardWords.notFound))
  return (
    <main id="main" tabIndex={-1} data-sheet className="px-(--gutter) pb-16 outline-none">
      {!board ? (
        <BoardMissing opening={board === undefined} />
      ) : board.looks.length === 0 ? (
        <BoardEmpty level={1} />
      ) : (
        <Sheet board={board} name={name} {...sheet} />
      )}
    </main>
  )
}

interface SheetProps extends Omit<SheetPageProps, 'boardId'> {
  board: Board
  name: string
}

function Sheet({ board, name, settings, onChange, findPeople }: SheetProps) {
  const { id: me } = useMe()
  const grid = sheetGrid(settings)
  const ids = board.looks.map(({ id }) => id)
  const pictures = useSheetPictures(ids, grid.picture)
  const people = useSheetPeople(board.looks, findPeople)
  const reviewers = visibleReviewers(board, me)
  const rows = rollUp({ ...board, looks: people.looks }, reviewers)
  const pages = pagesOf(rows, settings.per)
  const [date] = useState(() => words.header(Date.now()))
  return (
    <>
      <SheetTools
        name={name}
        back={boardHref(board.id)}
        pages={pages.length}
        looks={ids.length}
        pictures={pictures}
        people={people}
        settings={settings}
        onChange={onChange}
      />
      <div>
        {pages.map((some, page) => (
          <SheetPaper
            key={some[0]?.look.id}
            rows={some}
            title={name}
            date={date}
            place={page + 1}
            of={pages.length}
            settings={settings}
            grid={grid}
          >
            {(row) => (
              <SheetCell
                key={row.look.id}
                row={row}
                position={rows.indexOf(row) + 1}
                picture={pictures.of(row.look.id)}
                pictures={pictures}
                verdict={verdictLine(row, reviewers.length)}
                chosen={board.decision?.chosen.includes(row.look.id) ?? false}
              />
            )}
          </SheetPaper>
        ))}
      </div>
    </>
  )
}
