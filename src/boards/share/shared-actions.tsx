import { useState } from 'react'
import { boards, useMe } from '#boards/boards.ts'
import { boardHref, reviewHref } from '#boards/hrefs.ts'
import { boardName } from '#boards/names.ts'
import { ReviewerNameField } from '#boards/parts/reviewer-name-field.tsx'
import { renameMe } from '#boards/rename-me.ts'
import { shareText as words } from '#messages/en-share.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import type { MergeSummary } from './merge-summary.ts'
import type { SharedBoard } from './share-code.ts'

export interface SharedActionsProps {
  shared: SharedBoard
  summary: MergeSummary
  onAccepted: (address: string) => void
}

/** Takes a board in, to review or just to look at. */
export function BoardActions({ shared, onAccepted }: SharedActionsProps) {
  const me = useMe()
  const [name, setName] = useState(me.name)
  function accept(address: string) {
    boards.merge(shared)
    renameMe(name, shared.id)
    onAccepted(address)
  }
  return (
    <form
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault()
        accept(reviewHref(shared.id))
      }}
    >
      <ReviewerNameField name={me.name} onChange={setName} className="max-w-80" />
      <div className="mt-5 flex flex-wrap gap-2">
        <Button type="submit" variant="main">
          {words.page.review}
        </Button>
        <Button onClick={() => accept(boardHref(shared.id))}>{words.page.open}</Button>
      </div>
    </form>
  )
}

/** Takes a review in, where its board is here and there is something new in it. */
export function ReplyActions({ shared, summary, onAccepted }: SharedActionsProps) {
  const address = boardHref(shared.id)
  const name = boardName(summary)
  return (
    <div className="mt-6 flex flex-wrap gap-2">
      {summary.kind === 'changes' && (
        <Button
          variant="main"
          onClick={() => {
            boards.merge(shared)
            onAccepted(address)
          }}
        >
          {words.accept.changes(name)}
        </Button>
      )}
      {summary.kind === 'unknown' ? (
        <ButtonLink to="/boards">{words.page.boards}</ButtonLink>
      ) : (
        <ButtonLink to={address} replace>
          {words.page.open}
        </ButtonLink>
      )}
    </div>
  )
}
