// Build time, memory and time a keystroke of the catalogue's index, beside MiniSearch where that is installed:
// npm run -s bench:search [looks...]

import { createCatalogueIndex, type IndexedGroup, type IndexedLook } from '#search/catalogue-index.ts'
import { fold, wordsOf } from '#search/normalise.ts'
import { readSandbox } from '../search/sandbox-catalogue.ts'

interface MiniSearch {
  addAll(documents: readonly object[]): void
  search(text: string, options: object): readonly object[]
}

/** The peer is no dependency of ours: it is measured where the bench's own packages are installed. */
async function loadMiniSearch(): Promise<(new (options: object) => MiniSearch) | undefined> {
  const name = 'minisearch'
  try {
    const peer: { default: new (options: object) => MiniSearch } = await import(name)
    return peer.default
  } catch {
    return undefined
  }
}

const typed = [
  'office',
  'white shirt',
  'kichen',
  'marta sitting office',
  'a woman in a white',
  'presneter storyteller',
  'leonie side',
  'юлия',
  'turtlenek',
  'hotel lobby front',
  'early morning gardener',
  'zahra newsdesk',
]
// Every beginning of every query, as it is typed; MiniSearch has no phrases, exclusions and scopes to compare.
const keystrokes = typed.flatMap((q) => Array.from({ length: q.length }, (_, i) => q.slice(0, i + 1)))

// Time of this thread: the machine may be doing something else.
function clock(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

function measure<T>(run: () => T): { ms: number; value: T } {
  const start = clock()
  const value = run()
  return { ms: clock() - start, value }
}

function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function spread(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1)
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'max ms': at(1) }
}

/** Types all queries three times; the first round warms up and is left out. */
function typeOut(search: (text: string) => void): number[] {
  for (const text of keystrokes) search(text)
  return [...keystrokes, ...keystrokes].map((text) => measure(() => search(text)).ms)
}

function row(what: string, build: number, bytes: number, looks: number, times: readonly number[]) {
  return {
    what,
    looks,
    'build ms': Math.round(build),
    'heap KB a look': (bytes / looks / 1_024).toFixed(2),
    ...spread(times),
  }
}

/** A page of 50 looks at a time, as the walk gives them; a keystroke is the list's first 60 rows and all counts. */
function benchOurs(groups: readonly IndexedGroup[], looks: readonly IndexedLook[]) {
  const before = memory()
  const index = createCatalogueIndex()
  const { ms } = measure(() => {
    index.putGroups(groups)
    for (let i = 0; i < looks.length; i += 50) index.putLooks(looks.slice(i, i + 50))
    index.ask({ q: '', picks: {} }, { by: 'looks', fold: false })
  })
  const bytes = memory() - before
  const ask = (q: string, picks: Record<string, string[]> = {}) =>
    index.ask({ q, picks }, { by: 'looks', fold: true }).looks(0, 60)
  const picks = [
    { place: ['office'] },
    { gender: ['female'], type: ['-studio_avatar'] },
    { engine: ['avatar_v'] },
  ]
  const filtering = Array.from({ length: 60 }, (_, i) => measure(() => ask('', picks[i % picks.length])).ms)
  // During the walk the catalogue is another one at every question.
  const walking = looks.slice(0, 60).map((look) => {
    index.putLooks([look])
    return measure(() => ask('office')).ms
  })
  return [
    row('ours: list and counts', ms, bytes, looks.length, typeOut(ask)),
    row('ours: a filter changes', ms, bytes, looks.length, filtering),
    row('ours: a look has come', ms, bytes, looks.length, walking),
  ]
}

const slips = (word: string) => (word.length < 4 ? false : word.length < 8 ? 1 : 2)

/** The same fields, words and slips; a keystroke is the list alone. */
function benchPeer(
  Peer: new (options: object) => MiniSearch,
  groups: readonly IndexedGroup[],
  looks: readonly IndexedLook[],
) {
  const names = new Map(groups.map(({ group }) => [group.id, group.name]))
  const before = memory()
  const { ms, value: peer } = measure(() => {
    const made = new Peer({
      fields: ['name', 'person', 'words', 'tags'],
      tokenize: (text: string) => wordsOf(fold(text)),
      processTerm: (word: string) => word,
    })
    const documents = looks.map(({ look }) => ({
      id: look.id,
      name: look.name,
      person: names.get(look.group_id ?? '') ?? '',
      words: /^[0-9a-f]{32}$/.test(look.id) ? look.id : look.id.replaceAll('_', ' '),
      tags: look.tags.join(' '),
    }))
    made.addAll(documents)
    return made
  })
  const bytes = memory() - before
  const options = { prefix: true, fuzzy: slips, combineWith: 'AND', boost: { name: 3, person: 2 } }
  return row(
    'minisearch: list',
    ms,
    bytes,
    looks.length,
    typeOut((text) => void peer.search(text, options)),
  )
}

const sizes = process.argv.slice(2).map(Number)
const Peer = await loadMiniSearch()
const rows = []
for (const size of sizes.length > 0 ? sizes : [25_000, 100_000]) {
  const { groups, looks } = readSandbox(size)
  rows.push(...benchOurs(groups, looks))
  if (Peer) rows.push(benchPeer(Peer, groups, looks))
}
console.table(rows)
if (!Peer) console.log('minisearch: not installed')
