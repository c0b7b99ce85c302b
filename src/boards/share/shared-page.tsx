import type { ReactNode } from 'react'
import { readBoard, type Board } from '#boards/board.ts'
import { useBoard, useBoards, useMe } from '#boards/boards.ts'
import { boardLookName, boardName } from '#boards/names.ts'
import { NotKept } from '#boards/parts/not-kept.tsx'
import { Thumb } from '#boards/parts/thumb.tsx'
import { shareText as words } from '#messages/en-share.ts'
import { text } from '#messages/en.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'
import { MergeLines } from './merge-lines.tsx'
import { mergeSummary, type MergeSummary } from './merge-summary.ts'
import type { SharedBoard } from './share-code.ts'
import { BoardActions, ReplyActions } from './shared-actions.tsx'
import { useShared } from './use-shared.ts'

const page = words.page
/** Of its looks, to see what it is about. */
const mostPictures = 6

export interface SharedPageProps {
  /** The link's, with or without its `#`. */
  fragment: string
  /** Goes on to another address, in place of the link's: what was in it has been taken in. */
  onAccepted: (address: string) => void
}

/** What somebody shared, before anything is done with it. */
export function SharedPage({ fragment, onAccepted }: SharedPageProps) {
  const shared = useShared(fragment)
  useTitle(text.title.of(page.title))
  return (
    <main id="main" tabIndex={-1} className="px-(--gutter) pb-16 outline-none">
      {fragment.length < 2 ? (
        <Problem title={page.missing} hint={page.missingHint} />
      ) : shared === undefined ? (
        <Reading />
      ) : typeof shared === 'string' ? (
        <Problem title={page.problem} hint={`${words.problem[shared]} ${words.kept}`} />
      ) : (
        <Offer key={fragment} shared={shared} onAccepted={onAccepted} />
      )}
    </main>
  )
}

const Reading = () => (
  <>
    <h1 className="sr-only">{page.title}</h1>
    <p role="status" className="py-20 text-center text-14 text-ink-2">
      {page.reading}
    </p>
  </>
)

function Problem({ title, hint }: { title: string; hint: string }) {
  return (
    <div role="alert">
      <Message level={1} title={title} hint={hint}>
        <ButtonLink to="/boards">{page.boards}</ButtonLink>
      </Message>
    </div>
  )
}

interface OfferProps {
  shared: SharedBoard
  onAccepted: (address: string) => void
}

function Offer({ shared, onAccepted }: OfferProps) {
  const here = useBoard(shared.id)
  const { kept } = useBoards()
  const { id: me } = useMe()
  if (here === undefined) return <Reading />
  const summary = mergeSummary(here ?? undefined, shared)
  const board = readBoard(shared.id, shared.registers)
  const accept = { shared, summary, onAccepted }
  return (
    <Frame
      title={shared.what === 'board' ? boardName(board) : replyTitle(board, summary)}
      facts={shared.what === 'board' ? factsOf(board) : ''}
    >
      {shared.what === 'board' && board.brief !== '' && (
        <p className="mt-4 text-14 whitespace-pre-line" dir="auto">
          {board.brief}
        </p>
      )}
      {shared.what === 'board' && board.looks.length > 0 && (
        <ul className="mt-5 grid grid-cols-6 gap-1.5">
          {board.looks.slice(0, mostPictures).map((look) => (
            <li key={look.id} title={boardLookName(look)}>
              <Thumb look={look} className="aspect-4/5" />
              <span className="sr-only">{boardLookName(look)}</span>
            </li>
          ))}
        </ul>
      )}
      {shared.what === 'board' && board.blind && <p className="mt-4 text-14 text-ink-2">{page.blind}</p>}
      {summary.kind !== 'new' && (
        <div className="mt-5 rounded-media bg-well p-4">
          <MergeLines summary={summary} me={me} />
        </div>
      )}
      {!kept && <NotKept className="mt-4 rounded-control" />}
      {shared.what === 'board' ? <BoardActions {...accept} /> : <ReplyActions {...accept} />}
    </Frame>
  )
}

/** “60 looks · From Ann”. */
function factsOf(board: Board): string {
  const maker = board.registers.get('made')?.by
  const name = board.reviewers.find(({ id }) => id === maker)?.name
  return [page.sum(board.looks.length), ...(name ? [page.by(name)] : [])].join('\u2002·\u2002')
}

function replyTitle(reply: Board, summary: MergeSummary): string {
  const who = reply.reviewers[0]?.name
  return page.replyOf(who || words.somebodyFirst, boardName(summary))
}

interface FrameProps {
  title: string
  facts: string
  children: ReactNode
}

function Frame({ title, facts, children }: FrameProps) {
  return (
    <div className="mx-auto max-w-128 pt-6 sm:pt-14">
      <p className="text-13 font-medium text-ink-2">{page.title}</p>
      <h1 className="mt-1 text-28 font-semibold tracking-[-0.01em]" dir="auto">
        {title}
      </h1>
      {facts && <p className="mt-1 text-14 text-ink-2 tabular-nums">{facts}</p>}
      {children}
    </div>
  )
}
