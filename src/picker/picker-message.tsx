import { pickerText } from '#messages/en-picker.ts'
import { text } from '#messages/en.ts'
import { Button } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useLate } from '#ui/use-late.ts'
import { listedOrigins } from './own-session.ts'
import { pickerVersion } from './protocol.ts'
import type { PickerState } from './session.ts'

/** Milliseconds in which a host usually answers: until then nothing is said. */
const soon = 600

export interface PickerMessageProps {
  state: Exclude<PickerState, { phase: 'open' }>
  onRetry: () => void
}

/** What stands there while no app is being answered, and why. */
export function PickerMessage({ state, onRetry }: PickerMessageProps) {
  const late = useLate(state.phase === 'waiting', soon)
  return (
    <main id="main" role={state.phase === 'waiting' || state.phase === 'alone' ? undefined : 'alert'}>
      <Words state={state} late={late} onRetry={onRetry} />
    </main>
  )
}

function Words({ state, late, onRetry }: PickerMessageProps & { late: boolean }) {
  const { phase } = state
  if (phase === 'waiting') return late && <Message level={1} title={pickerText.waiting} />
  if (phase === 'version')
    return (
      <Message
        level={1}
        title={pickerText.version.title}
        hint={pickerText.version.hint(pickerVersion, state.theirs)}
      />
    )
  const { title, hint } = pickerText[phase]
  const closed = phase === 'alone' && listedOrigins().length === 0
  return (
    <Message level={1} title={title} hint={closed ? pickerText.alone.closed : hint}>
      {phase === 'silent' && <Button onClick={onRetry}>{text.app.retry}</Button>}
      {phase === 'alone' && (
        // A document of its own: this one may ask for nothing but looks.
        <a
          href="/"
          className="inline-flex h-9 items-center rounded-control border border-line-2 bg-surface px-4 text-14 font-medium hover:bg-well"
        >
          {pickerText.alone.link}
        </a>
      )}
    </Message>
  )
}
