import { text } from '#messages/en.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'

export function NotFoundPage() {
  useTitle(text.title.of(text.title.notFound))
  return (
    <main id="main">
      <Message level={1} title={text.notFound.title} hint={text.notFound.hint}>
        <ButtonLink to="/">{text.app.home}</ButtonLink>
      </Message>
    </main>
  )
}
