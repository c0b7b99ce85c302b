import { text } from '#messages/en.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'

/** Stands where a page broke, so that it is never blank. */
export function CrashPage() {
  return (
    <main id="main" role="alert">
      <Message level={1} title={text.crash.title} hint={text.crash.hint}>
        <Button variant="main" onClick={() => window.location.reload()}>
          {text.app.reload}
        </Button>
      </Message>
    </main>
  )
}
