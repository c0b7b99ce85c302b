import { availableParallelism, cpus } from 'node:os'
import type { Options } from './options.ts'
import type { Run } from './results.ts'

/** Above this load before it begins, the machine has other work and the figures are not to be trusted. */
const calm = 0.5

/** Under what circumstances the figures came about, and what is missing from them. */
export function headText(options: Options, runs: readonly Run[], loadBefore: number): string {
  const loads = runs.map(({ load }) => load)
  const range = `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`
  const noise =
    loadBefore > calm
      ? `**Provisional: the machine had other work, with a load average of ${loadBefore.toFixed(1)} before the first visit.**`
      : `The machine was calm, with a load average of ${loadBefore.toFixed(1)} before the first visit.`
  const failures = runs.flatMap(({ target, looks, cpu, failures: of }) =>
    of.map((failure) => `- ${target}, ${looks} looks, ${cpu}x: ${failure}`),
  )
  return [
    `${new Date().toISOString().slice(0, 10)}: ${options.reps} ${options.reps === 1 ? 'repetition' : 'repetitions'}${options.short > 0 ? ` after ${options.short} of loading and filtering alone` : ''}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}. ${noise} Between visits it was ${range}, this bench's own work included. Fast scroll over ${options.scrollLooks} looks, fling of at most ${options.flingSeconds.usual} s (${options.flingSeconds.deepest} s in the largest catalogue at 1x), ${options.clips} clips, pictures: ${options.pictures === 'same' ? 'the same files in all' : "the app's own in the app, originals in the others"}${options.deep === null ? '' : `, the app's fling at \`${options.deep}\``}.`,
    ...(failures.length > 0 ? [`Stages that failed:\n\n${failures.join('\n')}`] : []),
  ].join('\n\n')
}
