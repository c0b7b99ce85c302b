import { VerdictIcon } from '#boards/parts/verdict-mark.tsx'
import type { Verdict } from '#boards/register-keys.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'

const choices = [
  { verdict: 'pick', key: 'P', on: 'border-good dark:bg-good/14 text-good' },
  { verdict: 'maybe', key: 'M', on: 'border-warn dark:bg-warn/14 text-warn' },
  { verdict: 'reject', key: 'X', on: 'border-bad dark:bg-bad/14 text-bad' },
] as const

export interface VerdictButtonsProps {
  verdict: Verdict
  /** The one that is on, pressed again, takes the verdict back. */
  onVerdict: (verdict: Verdict) => void
  /** Keys under the words; null where letters are no keys. */
  keys: boolean
}

export function VerdictButtons({ verdict, onVerdict, keys }: VerdictButtonsProps) {
  return (
    <div role="group" aria-label={reviewText.verdictLabel} className="flex gap-2">
      {choices.map((choice) => {
        const on = choice.verdict === verdict
        return (
          <button
            key={choice.verdict}
            type="button"
            aria-pressed={on}
            aria-keyshortcuts={keys ? choice.key : undefined}
            onClick={() => onVerdict(on ? 'undecided' : choice.verdict)}
            className={`flex h-13 flex-1 flex-col items-center justify-center rounded-media border text-13 font-medium transition-colors duration-120 ${on ? `bg-surface ring-1 ring-current ring-inset ${choice.on}` : 'border-line-2 hover:bg-well'}`}
          >
            <span className="inline-flex items-center gap-1.5">
              {!keys && <VerdictIcon verdict={choice.verdict} size={16} />}
              {boardWords.verdict[choice.verdict]}
            </span>
            {keys && (
              <span aria-hidden="true" className={`text-12 font-normal ${on ? '' : 'text-ink-3'}`}>
                {choice.key}
              </span>
            )}
          </button>
        )
      })}
    </div>
  )
}
