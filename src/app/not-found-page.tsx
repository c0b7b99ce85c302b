import { Link } from 'react-router'
import { text } from '#messages/en.ts'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'

export function NotFoundPage() {
  useTitle(text.title.of(text.title.notFound))
  return (
    <main id="main">
      <Message level={1} title={text.notFound.title} hint={text.notFound.hint}>
        <Link
          to="/"
          className="inline-flex h-9 items-center rounded-control border border-line-2 bg-surface px-4 text-14 font-medium hover:bg-well"
        >
          {text.app.home}
        </Link>
      </Message>
    </main>
  )
}
