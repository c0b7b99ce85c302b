import { useState, type ComponentType } from 'react'
import type { BoardLook } from '#boards/board.ts'
import { BackLink } from '#boards/parts/back-link.tsx'
import type { Verdict } from '#boards/register-keys.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { compareText as words } from '#messages/en-compare.ts'
import { text } from '#messages/en.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'
import type { LookSearch } from './add-look-popup.tsx'
import { AddLook } from './add-look.tsx'
import './compare.css'
import type { Backdrop, PaneFrame } from './compare-address.ts'
import { Comparison } from './comparison.tsx'

/** The most that can be told apart beside each other. */
const mostCompared = 6
const leastCompared = 2

export interface CompareReview {
  boardName: string
  /** The board's address, as it was left. */
  href: string
  looks: readonly BoardLook[]
  /** Null where it is not on the board. */
  verdictOf: (id: string) => Verdict | null
  /** Puts it on the board. */
  onPut: (id: string) => void
  onVerdict: (id: string, verdict: Verdict) => void
  /** Keeps this one and rejects the others. */
  onKeep: (id: string) => void
  onUndo: () => void
}

export interface CompareViewProps {
  /** In their order; the first is the reference. Two to six are shown. */
  ids: readonly string[]
  /** One was removed, moved or made the reference. */
  onIds: (ids: readonly string[]) => void
  frame: PaneFrame
  backdrop: Backdrop
  onDisplay: (change: { frame?: PaneFrame; backdrop?: Backdrop }) => void
  /** The look's page. */
  hrefOf: (id: string) => string
  LookSearch: LookSearch
  /** What can be done with a look, in its pane's menu. */
  Actions?: ComponentType<{ look: Look }>
  /** With a board: verdicts by look, and what sets them. */
  review?: CompareReview
}

/** `/compare`: looks side by side. */
export function CompareView({ ids, onIds, LookSearch, ...props }: CompareViewProps) {
  const { review } = props
  const shown = ids.slice(0, mostCompared)
  const [removed, setRemoved] = useState<{ name: string; before: readonly string[] } | null>(null)
  useTitle(text.title.of(words.pageTitle))

  const undo = removed && (
    <div
      role="status"
      className="pointer-events-auto flex h-11 items-center gap-3 self-center rounded-media border border-line bg-raised pr-1.5 pl-4 text-14 shadow-panel"
    >
      <span className="truncate">{words.removed(removed.name)}</span>
      <Button
        variant="quiet"
        className="h-8 shrink-0 text-accent-text"
        onClick={() => {
          setRemoved(null)
          onIds(removed.before)
        }}
      >
        {words.undo}
      </Button>
    </div>
  )

  const add = (
    <AddLook
      ids={ids}
      full={ids.length >= mostCompared}
      onAdd={(id) => {
        setRemoved(null)
        onIds([...ids, id])
      }}
      board={review && { name: review.boardName, looks: review.looks }}
      LookSearch={LookSearch}
    />
  )
  const back = review && <BackLink to={review.href} label={boardWords.back} className="-ml-2" />

  return (
    <main id="main" tabIndex={-1} className="px-(--gutter) pb-28 outline-none">
      {shown.length < leastCompared ? (
        <>
          {back && <div className="py-2">{back}</div>}
          <Message level={1} title={shown.length === 0 ? words.empty : words.emptyOne} hint={words.emptyHint}>
            <div className="flex justify-center gap-2">
              {add}
              <ButtonLink variant="main" to="/">
                {text.app.home}
              </ButtonLink>
            </div>
          </Message>
          <div className="flex justify-center">{undo}</div>
        </>
      ) : (
        <Comparison
          {...props}
          ids={shown}
          back={back}
          add={add}
          leftOut={ids.length - shown.length}
          onIds={(next) => {
            setRemoved(null)
            onIds([...next, ...ids.slice(mostCompared)])
          }}
          onRemove={(id, name) => {
            setRemoved({ name, before: ids })
            onIds(ids.filter((other) => other !== id))
          }}
        >
          {undo}
        </Comparison>
      )}
    </main>
  )
}
