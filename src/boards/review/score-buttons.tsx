import { reviewText } from '#messages/en-review.ts'

export interface ScoreButtonsProps {
  score: number | null
  /** The one that is on, pressed again, clears it. */
  onScore: (score: number | null) => void
  className?: string
}

export function ScoreButtons({ score, onScore, className = '' }: ScoreButtonsProps) {
  return (
    <div role="group" aria-label={reviewText.score} className={`flex gap-2 ${className}`}>
      {[1, 2, 3, 4, 5].map((value) => {
        const on = value === score
        return (
          <button
            key={value}
            type="button"
            aria-pressed={on}
            aria-label={reviewText.scoreOf(value)}
            onClick={() => onScore(on ? null : value)}
            className={`h-9 min-w-0 pointer-coarse:h-11 flex-1 rounded-[10px] border text-13 font-medium tabular-nums transition-colors duration-120 ${on ? 'border-accent bg-accent-wash text-accent-text ring-1 ring-accent ring-inset' : 'border-line-2 hover:bg-well'}`}
          >
            {value}
          </button>
        )
      })}
    </div>
  )
}
