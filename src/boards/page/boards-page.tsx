import { Plus } from 'lucide-react'
import { useRef, useState, type ComponentType } from 'react'
import { useNavigate } from 'react-router'
import { useBoards, useMe } from '#boards/boards.ts'
import { boardHref } from '#boards/hrefs.ts'
import { makeBoard } from '#boards/make-board.ts'
import { BoardNameForm } from '#boards/parts/board-name-form.tsx'
import { NotKept } from '#boards/parts/not-kept.tsx'
import { boardsText } from '#messages/en-boards.ts'
import { text } from '#messages/en.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'
import { BoardCard } from './board-card.tsx'

export interface BoardsPageProps {
  /** "Import a file". */
  ImportButton?: ComponentType
}

/** `/boards`: the boards of this browser, those changed last first. */
export function BoardsPage({ ImportButton }: BoardsPageProps) {
  const { ready, kept, boards: all } = useBoards()
  const { id: me } = useMe()
  const navigate = useNavigate()
  const [naming, setNaming] = useState(false)
  const [now] = useState(() => Date.now())
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(text.title.of(boardsText.title))
  const toHeading = () => heading.current?.focus()
  return (
    <main id="main" tabIndex={-1} className="px-(--gutter) pb-16 outline-none">
      <div className="flex min-h-13 flex-wrap items-center gap-3 py-2">
        <h1
          ref={heading}
          tabIndex={-1}
          className="mr-auto rounded-sm text-20 font-semibold tracking-[-0.01em] outline-none"
        >
          {boardsText.title}
        </h1>
        {ImportButton && <ImportButton />}
        {naming ? (
          <BoardNameForm
            className="w-full sm:w-auto"
            save={boardsText.make}
            onSave={(name) => void navigate(boardHref(makeBoard(name)))}
            onCancel={() => {
              setNaming(false)
              toHeading()
            }}
          />
        ) : (
          <Button variant="main" className="pointer-coarse:h-11" onClick={() => setNaming(true)}>
            <Plus size={16} strokeWidth={2} aria-hidden="true" />
            {boardsText.create}
          </Button>
        )}
      </div>
      {!kept && <NotKept className="my-2 rounded-control" />}
      {all.length > 0 ? (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-4 gap-y-6">
          {all.map((board) => (
            <BoardCard key={board.id} board={board} me={me} now={now} onRemoved={toHeading} />
          ))}
        </ul>
      ) : ready ? (
        <Message title={boardsText.emptyTitle} hint={boardsText.empty} />
      ) : (
        <p role="status" className="sr-only">
          {boardsText.loading}
        </p>
      )}
    </main>
  )
}
