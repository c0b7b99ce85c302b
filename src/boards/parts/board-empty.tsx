import { boardWords as words } from '#messages/en-board-common.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'

/** In the place of a board's looks: there are none. `level`: 1 where it is all of the page. */
export const BoardEmpty = ({ level }: { level?: 1 }) => (
  <Message {...(level && { level })} title={words.empty} hint={words.emptyHint}>
    <ButtonLink to="/">{words.toLooks}</ButtonLink>
  </Message>
)
