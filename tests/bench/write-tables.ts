import { figures, type Figure, type FigureName } from './figures.ts'
import { goals } from './goals.ts'
import type { Cell } from './results.ts'
import { ratio, type Spread } from './statistics.ts'
import type { Target } from './targets.ts'

const none = '–'
const thousands = new Intl.NumberFormat('en')

const names = Object.keys(figures).filter((name): name is FigureName => Object.hasOwn(figures, name))
const figureOf = (name: FigureName): Figure => figures[name]

/** A figure to the digits it is good for, and how far apart the repetitions were. */
export function spreadText(spread: Spread | null, digits: number): string {
  if (!spread) return none
  const [median, min, max] = [spread.median, spread.min, spread.max].map((value) => value.toFixed(digits))
  return min === max ? `${median}` : `${median} (${min}–${max})`
}

export function ratioText(ours: Spread | null, theirs: Spread | null): string {
  if (!ours || !theirs) return none
  const value = ratio(ours.median, theirs.median)
  return value === null ? '∞' : value.toFixed(2)
}

const line = (cells: string[]) => `| ${cells.join(' | ')} |`

/** A Markdown table; the first column reads from the left, the others from the right. */
function markdownTable(head: string[], rows: string[][]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'))
  return [head, rule, ...rows].map(line).join('\n')
}

const labelOf = (name: FigureName) =>
  figureOf(name).steady ? `**${figureOf(name).label}**` : figureOf(name).label

function measured(cell: Cell, shown: readonly Target[]): FigureName[] {
  return names.filter((name) => shown.some((target) => cell.of(target.name, name) !== null))
}

function figureTable(cell: Cell, shown: readonly Target[]): string {
  const rows = measured(cell, shown).map((name) => {
    const { digits } = figureOf(name)
    return [labelOf(name)].concat(shown.map((target) => spreadText(cell.of(target.name, name), digits)))
  })
  return markdownTable(['median', ...shown.map(({ label }) => label)], rows)
}

function ratioTable(cell: Cell, shown: readonly Target[]): string {
  const peers = shown.filter(({ kind }) => kind !== 'ours')
  const rows = measured(cell, shown).map((name) => {
    const ours = cell.of('lookbook', name)
    return [labelOf(name)].concat(peers.map((peer) => ratioText(ours, cell.of(peer.name, name))))
  })
  return markdownTable(['Lookbook / peer', ...peers.map(({ label }) => label)], rows)
}

function goalTable(cell: Cell): string {
  const rows = goals.map(({ says, figure, most }) => {
    const digits = Math.max(1, figureOf(figure).digits)
    const ours = cell.of('lookbook', figure)
    const limit = most(cell)
    if (!ours || limit === null) return [says, none, none, none, 'not measured']
    return [
      says,
      spreadText(ours, digits),
      limit.toFixed(digits),
      ratio(ours.median, limit)?.toFixed(2) ?? '∞',
      ours.median <= limit ? 'pass' : '**miss**',
    ]
  })
  return markdownTable(['goal', 'ours', 'at most', 'ours / at most', ''], rows)
}

/** All tables of one size of catalogue and one speed of the processor. */
export function cellText(cell: Cell, shown: readonly Target[]): string {
  const peers = shown.some(({ kind }) => kind !== 'ours')
  return [
    `### ${thousands.format(cell.looks)} looks, CPU ${cell.cpu}x`,
    goalTable(cell),
    figureTable(cell, shown),
    ...(peers ? [ratioTable(cell, shown)] : []),
  ].join('\n\n')
}
