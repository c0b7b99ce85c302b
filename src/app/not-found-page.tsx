import { notFoundText } from '#messages/en-not-found.ts'
import { text } from '#messages/en.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'

export function NotFoundPage() {
  useTitle(text.title.of(notFoundText.tab))
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      <Message level={1} title={notFoundText.title} hint={notFoundText.hint}>
        <ButtonLink to="/">{text.app.home}</ButtonLink>
      </Message>
    </main>
  )
}
