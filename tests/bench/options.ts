import { parseArgs } from 'node:util'
import { targets } from './targets.ts'

export const stages = ['load', 'hover', 'filter', 'scroll', 'back', 'fling', 'heap'] as const
export type Stage = (typeof stages)[number]

/** What takes a few seconds in all, and varies by a third. */
const shortStages = new Set<Stage>(['load', 'filter'])

/** Those stages of a run. */
export const shortOf = ({ stages: chosen }: Pick<Options, 'stages'>) =>
  chosen.filter((stage) => shortStages.has(stage))

export interface Options {
  /** Sizes of the catalogue. */
  looks: number[]
  /** How many times slower the processor is made. */
  cpu: number[]
  reps: number
  /** Visits before those, of the short stages alone; none where none of these is measured. */
  short: number
  /** Names of targets; Lookbook is always among them. */
  only: string[]
  stages: Stage[]
  /** Whether the peers draw the picture files that the app draws, or the originals. */
  pictures: 'same' | 'original'
  /** Where the app is measured at depth, such as `/?q=office`; null for where it is measured otherwise. */
  deep: string | null
  /** Seconds there before it is measured: an index takes its time to be whole. */
  deepWait: number
  /** The Markdown file whose results are replaced; null for none. */
  out: string | null
  /** How far the scroll goes, in looks. */
  scrollLooks: number
  /** Seconds a fling may take; `deepest` in the largest catalogue at the processor's full speed. */
  flingSeconds: { usual: number; deepest: number }
  /** Clips that are hovered. */
  clips: number
  build: boolean
}

const full = { looks: '1000,10000,100000', cpu: '1,4', reps: '1' }
const quick = { looks: '1000,10000', cpu: '1', reps: '1' }

function numbers(name: string, text: string): number[] {
  const values = text.split(',').map(Number)
  if (values.every((value) => Number.isInteger(value) && value > 0)) return values
  throw new Error(`--${name} takes whole numbers with commas between, not "${text}".`)
}

function oneOf<T extends string>(name: string, known: readonly T[], value: string): T {
  const found = known.find((item) => item === value)
  if (found !== undefined) return found
  throw new Error(`--${name} knows ${known.join(', ')}, not "${value}".`)
}

/** Reads the command line; throws one sentence for what makes no sense. */
export function readOptions(args: string[], readme: string): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      looks: { type: 'string' },
      cpu: { type: 'string' },
      reps: { type: 'string' },
      only: { type: 'string' },
      stages: { type: 'string' },
      pictures: { type: 'string', default: 'same' },
      deep: { type: 'string' },
      'deep-wait': { type: 'string' },
      out: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
    },
  })
  const usual = values.quick ? quick : full
  const names = targets.map((target) => target.name)
  const [reps = 1] = numbers('reps', values.reps ?? usual.reps)
  const [deepWait = 0] = values['deep-wait'] === undefined ? [] : numbers('deep-wait', values['deep-wait'])
  const chosen = values.stages?.split(',').map((name) => oneOf('stages', stages, name)) ?? [...stages]
  const whole = values.only === undefined && values.stages === undefined
  return {
    looks: numbers('looks', values.looks ?? usual.looks),
    cpu: numbers('cpu', values.cpu ?? usual.cpu),
    reps,
    short: values.quick || shortOf({ stages: chosen }).length === 0 ? 0 : 2,
    only: values.only?.split(',').map((name) => oneOf('only', names, name)) ?? names,
    stages: chosen,
    pictures: oneOf('pictures', ['same', 'original'], values.pictures),
    deep: values.deep ?? null,
    deepWait,
    // Part of a run must not replace the figures of a whole one.
    out: values.out ?? (whole ? readme : null),
    scrollLooks: values.quick ? 1000 : 2000,
    flingSeconds: values.quick ? { usual: 6, deepest: 6 } : { usual: 8, deepest: 45 },
    clips: values.quick ? 3 : 5,
    build: !values['no-build'],
  }
}
