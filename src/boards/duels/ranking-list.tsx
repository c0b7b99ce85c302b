import { useState } from 'react'
import type { BoardLook } from '#boards/board.ts'
import { boardLookName } from '#boards/names.ts'
import { Thumb } from '#boards/parts/thumb.tsx'
import { useRestedLook } from '#boards/parts/use-live-look.ts'
import { duelText } from '#messages/en-review.ts'
import { Button } from '#ui/button.tsx'
import type { Ranked } from './ranking.ts'
import type { Duels } from './use-duels.ts'

export interface RankingListProps {
  looks: readonly BoardLook[]
  duels: Duels
}

/** The order so far, how much stands behind it, and what can be done with it. */
export function RankingList({ looks, duels }: RankingListProps) {
  const { ranked, fought, takeOrder, pickFirst } = duels
  const [count, setCount] = useState(Math.min(3, ranked.length))
  const byId = new Map(looks.map((look) => [look.id, look]))
  return (
    <aside
      aria-labelledby="ranking"
      className="flex max-h-[40dvh] shrink-0 flex-col border-t border-line min-[900px]:max-h-none min-[900px]:w-85 min-[900px]:border-t-0 min-[900px]:border-l"
    >
      <h2 id="ranking" className="px-5 pt-5 pb-2 text-16 font-semibold">
        {duelText.ranking}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the Tab key */}
      <ol tabIndex={0} aria-labelledby="ranking" className="min-h-0 flex-1 overflow-y-auto px-5">
        {ranked.map((row) => {
          const look = byId.get(row.id)
          return look && <Row key={row.id} look={look} row={row} />
        })}
      </ol>
      <div className="flex flex-wrap gap-2 border-t border-line px-5 py-3.5 whitespace-nowrap">
        <div className="flex flex-1 gap-2">
          <Button
            className="flex-1 pointer-coarse:h-11"
            aria-disabled={fought === 0}
            onClick={() => fought > 0 && pickFirst(count)}
          >
            {duelText.pickFirst}
          </Button>
          <input
            type="number"
            aria-label={duelText.howMany}
            min={1}
            max={ranked.length}
            value={count}
            onChange={(event) => {
              const next = Math.round(event.target.valueAsNumber)
              if (next >= 1) setCount(Math.min(next, ranked.length))
            }}
            className="h-9 w-16 pointer-coarse:h-11 rounded-control border border-line-2 bg-page px-2 text-center text-14 tabular-nums"
          />
        </div>
        <Button
          className="flex-1 pointer-coarse:h-11"
          aria-disabled={fought === 0}
          onClick={() => fought > 0 && takeOrder()}
        >
          {duelText.takeOrder}
        </Button>
      </div>
    </aside>
  )
}

function Row({ look, row: { rank, met } }: { look: BoardLook; row: Ranked }) {
  const { look: live } = useRestedLook(look.id)
  const name = boardLookName(look, live)
  return (
    <li className="flex items-center gap-3 py-1.5">
      <span className="w-6 shrink-0 text-right text-13 text-ink-2 tabular-nums">
        {met === 0 ? '–' : rank}
      </span>
      <Thumb look={look} className="h-10 w-8" />
      <span className="min-w-0 flex-1 truncate text-14" dir="auto">
        {name}
      </span>
      <span className="shrink-0 text-12 text-ink-2 tabular-nums">{duelText.met(met)}</span>
    </li>
  )
}
