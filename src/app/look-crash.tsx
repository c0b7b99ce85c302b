import { useLocation } from 'react-router'
import { text } from '#messages/en.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'

/** Stands where a look could not be shown, or its code not be loaded; the list below stays. */
export function LookCrash() {
  const { search } = useLocation()
  return (
    <div
      role="alert"
      className="fixed inset-0 z-30 overflow-y-auto border-line bg-surface lg:left-auto lg:w-120 lg:border-l lg:shadow-panel"
    >
      <Message title={text.app.partFailed} hint={text.app.partFailedHint}>
        <Button variant="main" onClick={() => window.location.reload()}>
          {text.app.reload}
        </Button>
        <ButtonLink variant="quiet" to={{ pathname: '/', search }}>
          {text.app.home}
        </ButtonLink>
      </Message>
    </div>
  )
}
