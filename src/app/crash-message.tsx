import type { To } from 'react-router'
import { text } from '#messages/en.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useCrashWords } from './use-crash-words.ts'

/** What broke, and the two ways on. */
export function CrashMessage({ level = 2, home }: { level?: 1 | 2; home: To }) {
  const words = useCrashWords()
  return (
    words && (
      <Message level={level} title={words.title} hint={words.hint}>
        <Button variant="main" onClick={() => window.location.reload()}>
          {text.app.reload}
        </Button>
        <ButtonLink variant="quiet" to={home}>
          {text.app.home}
        </ButtonLink>
      </Message>
    )
  )
}
