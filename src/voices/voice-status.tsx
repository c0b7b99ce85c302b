import { Combobox } from '@base-ui/react/combobox'
import type { ReactNode } from 'react'
import { voicesText as words } from '#messages/en-voices.ts'
import { describeError } from '#queries/describe-error.ts'
import type { AllVoices } from '#queries/voices.ts'

export interface VoiceStatusProps {
  walk: Omit<AllVoices, 'voices'> & { count: number }
  found: number
  error: Error | null
  loading: boolean
  filtered: boolean
  onRetry: () => void
  onClear: () => void
}

/** What there is to say under the list, and the button that goes with it. */
export function VoiceStatus({ walk, found, error, loading, filtered, onRetry, onClear }: VoiceStatusProps) {
  const empty = found === 0 && filtered
  const progress = loading
    ? words.loading(walk.count)
    : empty
      ? words.empty
      : walk.count === 0
        ? words.none
        : words.found(found, walk.count)
  const sentences = [
    error && !loading ? describeError(error, navigator.onLine).title : progress,
    walk.cut && words.cut,
    walk.ownRefused && words.ownRefused,
    walk.skipped > 0 && words.skipped(walk.skipped),
  ]
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1.5 text-12 text-ink-2">
      <Combobox.Status className="min-w-0 flex-1 tabular-nums">
        {sentences.filter(Boolean).join(' ')}
      </Combobox.Status>
      {error && !loading ? (
        <Action onClick={onRetry}>{words.retry}</Action>
      ) : empty && !loading ? (
        <Action onClick={onClear}>{words.clear}</Action>
      ) : (
        <span className="[@media(hover:none)]:hidden">{words.sampleKey}</span>
      )}
    </div>
  )
}

function Action({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="h-7 rounded-control px-2 text-13 font-medium text-accent-text hover:bg-well"
      onClick={onClick}
    >
      {children}
    </button>
  )
}
