import { Check } from 'lucide-react'
import type { Board } from '#boards/board.ts'
import { reviewText } from '#messages/en-review.ts'
import { filterWord } from './filter-word.ts'
import { matching, reviewFilters, type ReviewFilter } from './filter.ts'
import type { Review } from './use-review.ts'

export interface FilterListProps {
  board: Board
  me: string
  review: Pick<Review, 'filter' | 'mine' | 'show'>
  onDone: () => void
}

/** Which looks to go through, with how many there are of each. */
export function FilterList({ board, me, review: { filter, mine, show }, onDone }: FilterListProps) {
  const count = (of: ReviewFilter) => matching(board, mine, me, of).size
  return (
    <div role="group" aria-label={reviewText.filterLabel} className="flex flex-col">
      {reviewFilters.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === filter}
          className="flex h-9 items-center gap-2 rounded-control px-2 text-left text-14 hover:bg-well"
          onClick={() => {
            show(one)
            onDone()
          }}
        >
          <Check
            size={16}
            strokeWidth={1.75}
            aria-hidden="true"
            className={one === filter ? 'text-accent-text' : 'invisible'}
          />
          <span className="flex-1">{filterWord(one)}</span>
          <span className="pl-6 text-13 text-ink-2 tabular-nums">{count(one)}</span>
        </button>
      ))}
    </div>
  )
}
