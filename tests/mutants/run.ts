import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { applyMutant, mutantsOf, type Mutant } from './mutants-of.ts'

// npm run mutants [file]: gives each of the guarded files one fault after the other and counts those that its tests see.

const targets: Record<string, string[]> = {
  'src/server/request-target.ts': ['tests/server/gate.test.ts'],
  'src/server/gate.ts': [
    'tests/server/gate.test.ts',
    'tests/server/picture-gate.test.ts',
    'tests/server/access.test.ts',
    'tests/server/pictures.test.ts',
  ],
  'src/server/route-query.ts': ['tests/server/routes.test.ts'],
  'src/server/routes.ts': ['tests/server/routes.test.ts', 'tests/server/reads.test.ts'],
  'src/server/ledger-store.ts': [
    'tests/server/ledger.test.ts',
    'tests/server/budgets.test.ts',
    'tests/server/reconcile.test.ts',
  ],
  'src/server/breaker.ts': ['tests/server/breaker.test.ts'],
  'src/server/client-share.ts': ['tests/server/client-share.test.ts'],
  'src/search/normalise.ts': ['tests/search/normalise.test.ts'],
}

/** Milliseconds after which a run counts as stuck, and so as seen. */
const patience = 60_000
const width = 2

const run = (folder: string, tests: readonly string[]) =>
  new Promise<boolean>((resolved) => {
    const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
    const child = spawn(process.execPath, [vitest, 'run', '--bail=1', '--project', 'node', ...tests], {
      cwd: folder,
      stdio: 'ignore',
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolved(code === 0)
    })
  })

/** A copy of the project that can be broken. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lookbook-mutants-'))
  for (const name of [
    'src',
    'tests',
    'public',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
    'index.html',
  ])
    cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

const lineOf = (code: string, { start }: Mutant) => code.slice(0, start).split('\n').length

const only = process.argv[2]
const chosen = Object.entries(targets).filter(([file]) => only === undefined || file.includes(only))
const folders = Array.from({ length: width }, copyProject)
let [all, killed] = [0, 0]
for (const [file, tests] of chosen) {
  const code = readFileSync(file, 'utf8')
  const [first = ''] = folders
  if (!(await run(first, tests))) throw new Error(`${tests.join(' ')} fail without a fault.`)
  const mutants = mutantsOf(code)
  const alive: Mutant[] = []
  const queue = [...mutants]
  await Promise.all(
    folders.map(async (folder) => {
      for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
        writeFileSync(join(folder, file), applyMutant(code, mutant))
        if (await run(folder, tests)) alive.push(mutant)
      }
      writeFileSync(join(folder, file), code)
    }),
  )
  all += mutants.length
  killed += mutants.length - alive.length
  process.stdout.write(`${file}: ${mutants.length - alive.length} of ${mutants.length}\n`)
  for (const mutant of alive.toSorted((a, b) => a.start - b.start)) {
    const was = code.slice(mutant.start, mutant.end).replaceAll(/\s+/g, ' ')
    process.stdout.write(
      `  line ${lineOf(code, mutant)}: ${was.slice(0, 80)}  ->  ${mutant.text.slice(0, 40)}\n`,
    )
  }
}
for (const folder of folders) rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${killed} of ${all} seen: ${Math.round((100 * killed) / all)} %\n`)
