import { Combobox } from '@base-ui/react/combobox'
import { useRef, type ComponentProps } from 'react'
import { errorText } from '#messages/en-errors.ts'
import { voicesText as words } from '#messages/en-voices.ts'
import { describeError } from '#queries/describe-error.ts'
import { nextTry } from '#queries/next-try.ts'
import type { AllVoices } from '#queries/voices.ts'
import { SecondsLeft } from '#ui/seconds-left.tsx'
import { useRetry } from '#ui/use-retry.ts'

export interface VoiceStatusProps {
  walk: Omit<AllVoices, 'voices'> & { count: number }
  found: number
  error: Error | null
  loading: boolean
  filtered: boolean
  onRetry: () => void
  onClear: () => void
  /** The button that had the focus goes. */
  onLeave: () => void
}

/** What there is to say under the list, and the button that goes with it. */
export function VoiceStatus({ walk, found, error, loading, filtered, ...on }: VoiceStatusProps) {
  const button = useRef<HTMLButtonElement>(null)
  const failed = loading ? null : error
  // By itself it takes the focus from nobody.
  function again() {
    if (document.activeElement === button.current) on.onLeave()
    on.onRetry()
  }
  function leave(act: () => void) {
    act()
    on.onLeave()
  }
  const left = useRetry(nextTry(failed), failed ? again : undefined)
  const why = failed && describeError(failed, navigator.onLine)
  const empty = found === 0 && filtered
  const progress = loading
    ? words.loading(walk.count)
    : empty
      ? words.empty
      : walk.count === 0
        ? words.none
        : words.found(found, walk.count)
  const sentences = [
    why ? why.title : progress,
    walk.cut && words.cut,
    walk.ownRefused && words.ownRefused,
    walk.skipped > 0 && words.skipped(walk.skipped),
  ]
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1.5 text-12 text-ink-2">
      <Combobox.Status className="min-w-0 flex-1 tabular-nums">
        {sentences.filter(Boolean).join(' ')}{' '}
        {why && left !== undefined && <SecondsLeft left={left} hint={why.hint} words={errorText} />}
      </Combobox.Status>
      {failed ? (
        <Action ref={button} aria-disabled={!!left} onClick={() => left || leave(on.onRetry)}>
          {words.retry}
        </Action>
      ) : empty && !loading ? (
        <Action onClick={() => leave(on.onClear)}>{words.clear}</Action>
      ) : (
        <span className="[@media(hover:none)]:hidden">{words.sampleKey}</span>
      )}
    </div>
  )
}

function Action(props: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className="h-7 rounded-control px-2 text-13 font-medium text-accent-text hover:bg-well aria-disabled:opacity-50"
      {...props}
    />
  )
}
