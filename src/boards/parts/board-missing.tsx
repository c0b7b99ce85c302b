import { boardWords as words } from '#messages/en-board-common.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'

/** In a board's place: it is being read, or is not in this browser. */
export function BoardMissing({ opening }: { opening: boolean }) {
  return opening ? (
    <p role="status" aria-busy="true" className="sr-only">
      {words.opening}
    </p>
  ) : (
    <Message level={1} title={words.notFound} hint={words.notFoundHint}>
      <ButtonLink to="/boards">{words.allBoards}</ButtonLink>
    </Message>
  )
}
