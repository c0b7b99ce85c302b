import type { FigureName, Figures } from './figures.ts'
import { spreadOf, type Spread } from './statistics.ts'

/** One visit to one target, as it is kept. */
export interface Run {
  target: string
  looks: number
  cpu: number
  rep: number
  /** Load average of the last minute when it began, this bench's own work included. */
  load: number
  figures: Figures
  failures: string[]
}

/** What the figures of a catalogue's size and a processor's speed come to, over the repetitions. */
export interface Cell {
  looks: number
  cpu: number
  of: (target: string, figure: FigureName) => Spread | null
}

export function cellsOf(runs: readonly Run[]): Cell[] {
  const groups = Map.groupBy(runs, ({ looks, cpu }) => `${looks} ${cpu}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const of = (target: string, figure: FigureName) =>
      spreadOf(
        group
          .filter((run) => run.target === target)
          .map((run) => run.figures[figure])
          .filter((value) => value !== undefined),
      )
    return [{ looks: first.looks, cpu: first.cpu, of }]
  })
}
