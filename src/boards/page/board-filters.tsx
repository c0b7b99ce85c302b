import { reviewerOf, type Board, type Reviewer } from '#boards/board.ts'
import { letterKeys, useLetterKeys } from '#boards/letter-keys.ts'
import { reviewerName } from '#boards/names.ts'
import { touchHeight } from '#boards/parts/touch.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { boardText } from '#messages/en-boards.ts'
import { Chip } from '#ui/chip.tsx'
import { Select } from '#ui/select.tsx'
import { countVerdicts, sortings, verdictFilters } from './arrange.ts'
import type { BoardShown } from './board-address.ts'

export interface BoardFiltersProps {
  board: Board
  visible: readonly Reviewer[]
  me: string
  shown: BoardShown
  onChange: (change: Partial<BoardShown>) => void
}

/** Which looks of the board are shown, by whose verdicts, and in what order. */
export function BoardFilters({ board, visible, me, shown, onChange }: BoardFiltersProps) {
  const letters = useLetterKeys()
  const by = shown.by ?? me
  const counts = countVerdicts(board, by)
  const others = visible.filter(({ id }) => id !== me)
  const mine = reviewerOf(board, me)
  const people = [
    { value: me, label: mine ? reviewerName(board, mine, me) : boardWords.you },
    ...others.map((reviewer) => ({ value: reviewer.id, label: reviewerName(board, reviewer, me) })),
  ]
  return (
    <div className="flex flex-wrap items-center gap-2">
      {/* On a phone in one row that scrolls, as the gallery's. */}
      <div
        role="group"
        aria-label={boardText.filterLabel}
        className="flex gap-2 max-sm:-mx-(--gutter) max-sm:[mask-image:linear-gradient(to_right,#000_calc(100%-24px),transparent)] max-sm:[scrollbar-width:none] max-sm:overflow-x-auto max-sm:px-(--gutter) max-sm:py-1.5 sm:flex-wrap"
      >
        {verdictFilters.map((verdict) => (
          <Chip
            key={verdict}
            pressed={shown.verdict === verdict}
            className={touchHeight}
            onClick={() => onChange({ verdict: shown.verdict === verdict ? 'all' : verdict })}
          >
            {verdict === 'all' ? boardText.all : boardWords.verdicts[verdict]}{' '}
            <span className="font-normal text-ink-2 tabular-nums">{counts[verdict]}</span>
          </Chip>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:flex-nowrap sm:ml-auto">
        {others.length > 0 && (
          <Choice
            id="board-by"
            label={boardText.of}
            value={by}
            options={people}
            onChange={(id) => onChange({ by: id === me ? null : id })}
          />
        )}
        <Choice
          id="board-sort"
          label={boardText.sort}
          value={shown.sort}
          options={sortings.map((value) => ({ value, label: boardText.sorts[value] }))}
          onChange={(sort) => onChange({ sort })}
        />
        <Chip
          pressed={letters}
          title={boardWords.letterKeysHint}
          className="pointer-coarse:hidden"
          onClick={() => letterKeys.change(!letters)}
        >
          {boardWords.letterKeys}
        </Chip>
      </div>
    </div>
  )
}

interface ChoiceProps<T extends string> {
  id: string
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

function Choice<T extends string>({ id, label, ...select }: ChoiceProps<T>) {
  return (
    <div className="w-40 max-sm:flex-1">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Select id={id} aria-describedby={undefined} aria-invalid={undefined} {...select} />
    </div>
  )
}
