// npm run bench: Lookbook and its peers, side by side in one run. Only ratios inside one run mean anything.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { readme, resultsFolder } from './folders.ts'
import { readOptions, shortOf, type Options } from './options.ts'
import { prepare, run } from './prepare.ts'
import { pictureQuery, readPictures } from './read-pictures.ts'
import { cellsOf, type Run } from './results.ts'
import { startServer } from './start-server.ts'
import { floorStages, targets, type Target } from './targets.ts'
import { visitPage, type Visited } from './visit.ts'
import { headText } from './write-head.ts'
import { replaceResults } from './write-readme.ts'
import { cellText } from './write-tables.ts'

const loadNow = () => loadavg()[0] ?? 0
const tell = (line: string) => process.stderr.write(`${line}\n`)

const deepStages = ['fling', 'heap'] as const

interface Place {
  looks: number
  cpu: number
  target: Target
  /** How the peers are told to draw pictures. */
  query: string
}

async function visitTarget({ looks, cpu, target, query }: Place, options: Options): Promise<Visited> {
  const server = await startServer(looks)
  try {
    const ours = target.kind === 'ours'
    const address = `${server.origin}${target.path}${ours ? '' : query}`
    const deepest = looks === Math.max(...options.looks) && cpu === Math.min(...options.cpu)
    const flingSeconds = options.flingSeconds[deepest ? 'deepest' : 'usual']
    const visit = { looks, cpu, options, flingSeconds }
    const stages = options.stages.filter((stage) => target.kind !== 'floor' || floorStages.includes(stage))
    if (!ours || options.deep === null) return await visitPage({ ...visit, address, stages })
    const isDeep = (stage: string) => deepStages.some((deep) => deep === stage)
    const usual = await visitPage({
      ...visit,
      address,
      stages: options.stages.filter((stage) => !isDeep(stage)),
    })
    const deep = await visitPage({
      ...visit,
      address: server.origin + options.deep,
      rest: options.deepWait,
      stages: options.stages.filter(isDeep),
    })
    return {
      figures: { ...usual.figures, ...deep.figures },
      failures: [...usual.failures, ...deep.failures],
    }
  } finally {
    await server.stop()
  }
}

async function picturesFor(options: Options): Promise<string> {
  if (options.pictures === 'original') return ''
  const server = await startServer(1000)
  try {
    return pictureQuery(await readPictures(server.origin))
  } finally {
    await server.stop()
  }
}

const shown = (options: Options) =>
  targets.filter(({ name, kind }) => kind === 'ours' || options.only.includes(name))

async function measureAll(options: Options, keep: (runs: readonly Run[]) => void): Promise<Run[]> {
  const query = await picturesFor(options)
  const present = shown(options)
  const runs: Run[] = []
  const short = { ...options, deep: null, stages: shortOf(options) }
  const rounds = Array.from({ length: options.reps + options.short }, (_, round) => ({
    round,
    of: round < options.short ? short : options,
  }))
  for (const looks of options.looks)
    for (const cpu of options.cpu)
      for (const { round: rep, of } of rounds)
        for (let turn = 0; turn < present.length; turn++) {
          // Another one begins in each round: none is always first on a machine that warms up.
          const target = present[(turn + rep) % present.length]
          if (!target) continue
          const load = loadNow()
          const began = performance.now()
          const { figures, failures } = await visitTarget({ looks, cpu, target, query }, of).catch(
            (error: unknown): Visited => ({ figures: {}, failures: [String(error)] }),
          )
          runs.push({ target: target.name, looks, cpu, rep, load, figures, failures })
          const seconds = Math.round((performance.now() - began) / 1000)
          tell(
            [
              `${seconds} s`,
              `${looks} looks`,
              `${cpu}x`,
              target.label,
              `load ${load.toFixed(1)}`,
              ...failures,
            ].join(', '),
          )
          keep(runs)
        }
  return runs
}

const loadBefore = loadNow()
const options = readOptions(process.argv.slice(2), readme)
// What cannot be written is better said now than at the end.
if (options.out !== null) replaceResults(readFileSync(options.out, 'utf8'), '')
if (options.build) await prepare()
mkdirSync(resultsFolder, { recursive: true })
const raw = `${resultsFolder}${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`
const runs = await measureAll(options, (so) =>
  writeFileSync(raw, JSON.stringify({ options, loadBefore, runs: so }, null, 1)),
)
const results = [
  headText(options, runs, loadBefore),
  ...cellsOf(runs).map((cell) => cellText(cell, shown(options))),
].join('\n\n')
process.stdout.write(`${results}\n`)
if (options.out !== null) {
  writeFileSync(options.out, replaceResults(readFileSync(options.out, 'utf8'), results))
  run(process.execPath, ['node_modules/oxfmt/bin/oxfmt', options.out])
}
tell(`Every visit is in ${raw}`)
