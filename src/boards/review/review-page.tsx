import { useEffect, useId, useLayoutEffect, useRef, useState, type ComponentType } from 'react'
import type { Board } from '#boards/board.ts'
import { useMe } from '#boards/boards.ts'
import { letterKeys } from '#boards/letter-keys.ts'
import { boardName } from '#boards/names.ts'
import { BoardGate } from '#boards/parts/board-gate.tsx'
import { useLiveLook } from '#boards/parts/use-live-look.ts'
import { usePageKeys } from '#boards/parts/use-page-keys.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { reviewText } from '#messages/en-review.ts'
import { text } from '#messages/en.ts'
import { useMedia } from '#ui/use-media.ts'
import { useTitle } from '#ui/use-title.ts'
import { CompactBar } from './compact-bar.tsx'
import { Filmstrip } from './filmstrip.tsx'
import { Finished } from './finished.tsx'
import { reviewAction, type ReviewAction } from './keys.ts'
import { recoverNotes } from './recover-notes.ts'
import { SidePanel } from './side-panel.tsx'
import { Stage } from './stage.tsx'
import { TopBar } from './top-bar.tsx'
import { useLookAddress } from './use-look-address.ts'
import { useReview } from './use-review.ts'

export interface ReviewPageProps {
  boardId: string
  /** The look the address names. */
  look: string | null
  /** Puts a look into the address, in place of the one before. */
  onLook: (id: string) => void
  /** Back to the board. */
  onLeave: () => void
  ShareButton?: ComponentType<{ board: Board }>
  /** What can be done with a look, at the panel's foot. */
  Actions?: ComponentType<{ look: Look }>
}

/** `/boards/:boardId/review`: a board's looks one after the other, judged by keys, mouse or thumb. */
export function ReviewPage({ boardId, ...props }: ReviewPageProps) {
  return (
    <BoardGate boardId={boardId}>
      {(board) => <Reviewing key={board.id} board={board} {...props} />}
    </BoardGate>
  )
}

/** A key on a control is the control's own: Space and Enter press it. */
const presses = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, summary, [role=dialog]') !== null

const focusPage = () => document.getElementById('main')?.focus({ preventScroll: true })

const room = '(min-width: 900px)'

type ReviewingProps = Omit<ReviewPageProps, 'boardId'> & { board: Board }

function Reviewing({ board, look: asked, onLook, onLeave, ShareButton, Actions }: ReviewingProps) {
  const { id: me } = useMe()
  const reviewing = useReview(board, me, asked)
  const { current, look } = reviewing
  const live = useLiveLook(current)
  const page = useRef<HTMLElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const compact = !useMedia(room)
  const keysId = useId()
  const [playingOf, setPlayingOf] = useState<string | null>(null)
  const [zoomed, setZoomed] = useState(false)
  const [noteOpen, setNoteOpen] = useState(false)
  useTitle(text.title.of(reviewText.title(boardName(board))))
  const review = {
    ...reviewing,
    submit: () => {
      // Its button goes, from the page or from a dialog over it.
      if (document.activeElement?.closest('#main')) focusPage()
      reviewing.submit()
    },
  }
  const stopAddress = useLookAddress(asked, current, onLook, reviewing.go)
  useEffect(() => recoverNotes(board.id, me), [board.id, me])
  // A page in sight hears its keys.
  useLayoutEffect(focusPage, [])

  function act(action: ReviewAction) {
    switch (action.kind) {
      case 'verdict':
        return review.judge(action.verdict)
      case 'pick-of-person':
        return review.pickOfPerson()
      case 'score':
        return review.score(action.score)
      case 'step':
        return review.step(action.by)
      case 'person':
        return review.person(action.by)
      case 'end':
        return review.end(action.which)
      case 'history':
        return review.back(action.way)
      case 'note':
        return compact ? setNoteOpen(true) : note.current?.focus()
      case 'play':
        return setPlayingOf(playingOf === current ? null : current)
      case 'zoom':
        return setZoomed(!zoomed)
      case 'keys':
        return document.getElementById(keysId)?.click()
      case 'leave':
        stopAddress()
        return onLeave()
    }
  }
  usePageKeys(page, (event) => {
    const action = reviewAction(event, letterKeys.read())
    if (!action || (action.kind === 'play' && presses(event.target))) return false
    act(action)
    return true
  })

  const stage = review.finished ? (
    <Finished board={board} review={review} ShareButton={ShareButton} />
  ) : (
    <Stage
      review={review}
      zoomed={zoomed}
      playing={playingOf === current}
      onPlaying={(on) => setPlayingOf(on ? current : null)}
    />
  )
  const judge = look && { board, me, review, look, live }
  return (
    <main
      ref={page}
      id="main"
      tabIndex={-1}
      className="flex min-h-0 flex-1 flex-col outline-none"
      onClickCapture={({ target }) => {
        if (target instanceof Element && target.closest('a')) stopAddress()
      }}
    >
      <TopBar
        board={board}
        me={me}
        review={review}
        compact={compact}
        keysId={keysId}
        ShareButton={ShareButton}
      />
      {compact ? (
        <>
          {stage}
          {judge && <CompactBar {...judge} noteOpen={noteOpen} onNoteOpen={setNoteOpen} />}
          <Filmstrip review={review} />
        </>
      ) : (
        <div className="flex min-h-0 flex-1">
          <div className="flex min-w-0 flex-1 flex-col">
            {stage}
            <Filmstrip review={review} />
          </div>
          {judge && <SidePanel {...judge} note={note} onNoteLeft={focusPage} Actions={Actions} />}
        </div>
      )}
    </main>
  )
}
