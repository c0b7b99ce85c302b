import { useState } from 'react'
import { Link } from 'react-router'
import { insightText as words } from '#messages/en-insight.ts'
import { text } from '#messages/en.ts'
import type { FacetCounts } from '#search/protocol.ts'
import { inKeptOrder, valueWord, type CountedFacet } from './facet-values.ts'

/** Rows at first; the room for `reserved` of them is there before they are. */
const shown = 8

export interface FacetBarsProps {
  facet: CountedFacet
  /** Null until there are any. */
  counts: FacetCounts[CountedFacet] | null
  /** Looks in all, of which the shares are. */
  total: number
  growing: boolean
  reserved: number
  /** Bars are full at the largest value, not at all looks: where every share is small they would tell nothing. */
  compared?: boolean
  hrefOf: (value: string) => string
}

/** How many looks there are of each value, as links to them; the bars only repeat the numbers. */
export function FacetBars({
  facet,
  counts,
  total,
  growing,
  reserved,
  compared = false,
  hrefOf,
}: FacetBarsProps) {
  const [all, setAll] = useState(false)
  const [order, setOrder] = useState<readonly string[]>([])
  const rows = counts ? (growing ? inKeptOrder(counts, order) : counts) : []
  const next = rows.map(([value]) => value)
  if (next.length !== order.length || next.some((value, at) => value !== order[at])) setOrder(next)
  const more = rows.length - shown
  const full = compared ? Math.max(...rows.map(([, count]) => count)) : total
  return (
    <section aria-labelledby={`facet-${facet}`} className="min-w-0">
      <h2 id={`facet-${facet}`} className="text-13 font-medium text-ink-2">
        {words.facets[facet]}
      </h2>
      <ul className="mt-1" style={{ minHeight: `${Math.min(reserved, shown) * 40}px` }}>
        {(all ? rows : rows.slice(0, shown)).map(([value, count]) => (
          <li key={value}>
            <Bar
              href={hrefOf(value)}
              label={valueWord(facet, value)}
              count={count}
              share={count / total}
              part={count / full}
              growing={growing}
            />
          </li>
        ))}
        {counts === null &&
          Array.from({ length: Math.min(reserved, shown) }, (_, row) => (
            <li key={row} aria-hidden="true" className="flex h-10 items-center">
              <span className="h-3 rounded-full bg-well" style={{ width: `${70 - row * 7}%` }} />
            </li>
          ))}
        {counts?.length === 0 && <li className="flex h-10 items-center text-14 text-ink-2">{words.none}</li>}
      </ul>
      {more > 0 && (
        <button
          type="button"
          aria-expanded={all}
          aria-describedby={`facet-${facet}`}
          className="-ml-2 mt-1 h-8 rounded-control px-2 text-13 font-medium text-ink-2 hover:bg-well hover:text-ink"
          onClick={() => setAll(!all)}
        >
          {all ? words.fewer : words.more(more)}
        </button>
      )}
    </section>
  )
}

interface BarProps {
  href: string
  label: string
  count: number
  /** Of all looks, 0 to 1. */
  share: number
  /** Of the bar, 0 to 1. */
  part: number
  growing: boolean
}

function Bar({ href, label, count, share, part, growing }: BarProps) {
  return (
    <Link
      to={href}
      className="group -mx-2 flex h-10 flex-col justify-center gap-1 rounded-control px-2 hover:bg-well"
    >
      <span className="flex items-baseline gap-3 text-14">
        <span className="min-w-0 flex-1 truncate">{label}</span>{' '}
        <span className="tabular-nums" aria-hidden="true">
          {words.number(count, growing)}
        </span>
        <span className="sr-only">{text.count.looks(count, growing)},</span>{' '}
        <span className="w-9 text-right text-12 text-ink-2 tabular-nums">{words.share(share)}</span>
      </span>
      <span className="h-1 overflow-hidden rounded-full bg-line" aria-hidden="true">
        <span
          className="block h-full min-w-0.5 rounded-full bg-ink-3 transition-[width,background-color] duration-200 group-hover:bg-accent group-focus-visible:bg-accent"
          style={{ width: `${part * 100}%` }}
        />
      </span>
    </Link>
  )
}
