import { Link } from 'react-router'
import { engineWord, enginesOf, orientationWord } from '#looks/look-words.ts'
import { coverageText as words } from '#messages/en-coverage.ts'
import { text } from '#messages/en.ts'

/** Looks of one orientation that one engine can make videos with. */
export interface CoverageCell {
  orientation: string
  engine: string
  count: number
}

export interface CoverageProps {
  /** Whose looks they are. */
  name: string
  cells: readonly CoverageCell[]
  /** More looks may come: the counts may be short. */
  growing: boolean
  hrefOf: (orientation: string, engine: string) => string
}

const usual = Object.keys(text.orientation)

/** In which shapes a person can be had, and by which engines: the count of each pair is the way to its looks. */
export function Coverage({ name, cells, growing, hrefOf }: CoverageProps) {
  const known = [...new Set(cells.map(({ orientation }) => orientation))]
  const orientations = [
    ...usual.filter((orientation) => known.includes(orientation)),
    ...known.filter((orientation) => !usual.includes(orientation)),
  ]
  const engines = enginesOf({ supported_api_engines: [...new Set(cells.map(({ engine }) => engine))] })
  const countOf = (orientation: string, engine: string) =>
    cells.find((cell) => cell.orientation === orientation && cell.engine === engine)?.count ?? 0
  return (
    <table className="text-13 tabular-nums">
      <caption className="sr-only">{words.caption(name)}</caption>
      <thead>
        <tr className="text-12 text-ink-2">
          <th scope="col" className="pr-4 text-left font-normal">
            <span className="sr-only">{words.corner}</span>
          </th>
          {engines.map((engine) => (
            <th key={engine} scope="col" className="h-7 min-w-16 px-2 text-right font-normal">
              {engineWord(engine)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orientations.map((orientation) => (
          <tr key={orientation} className="border-t border-line">
            <th scope="row" className="pr-4 text-left font-normal whitespace-nowrap first-letter:uppercase">
              {orientationWord(orientation)}
            </th>
            {engines.map((engine) => (
              <td key={engine} className="p-0 text-right">
                <Cell
                  count={countOf(orientation, engine)}
                  growing={growing}
                  orientation={orientationWord(orientation)}
                  engine={engineWord(engine)}
                  href={hrefOf(orientation, engine)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  count: number
  growing: boolean
  orientation: string
  engine: string
  href: string
}

function Cell({ count, growing, orientation, engine, href }: CellProps) {
  if (count === 0)
    return (
      <span className="inline-flex h-7 items-center px-2 text-ink-3">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{words.none}</span>
      </span>
    )
  return (
    <Link
      to={href}
      aria-label={words.cell(text.count.looks(count, growing), orientation, engine)}
      className="flex h-7 items-center justify-end rounded-[6px] px-2 font-medium underline decoration-line-2 underline-offset-3 hover:bg-well hover:decoration-current"
    >
      {words.count(count, growing)}
    </Link>
  )
}
