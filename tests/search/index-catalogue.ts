import { createCatalogueIndex } from '#search/catalogue-index.ts'
import type { Catalogue, CatalogueChanges, CatalogueProgress } from '#search/protocol.ts'
import { readSandbox } from './sandbox-catalogue.ts'

const read: CatalogueProgress = {
  state: 'done',
  looks: 0,
  people: 0,
  expected: null,
  whole: true,
  missing: 0,
  until: null,
  walkedAt: Date.UTC(2026, 4, 12, 14, 3),
  kept: true,
  error: null,
}

const noChanges: CatalogueChanges = {
  since: null,
  added: [],
  changed: [],
  removed: [],
  counts: { added: 0, changed: 0, removed: 0 },
}

export interface IndexCatalogueOptions {
  /** Looks of the sandbox, of which the first `known` are in the index. */
  count?: number
  known?: number
  progress?: Partial<CatalogueProgress>
  changes?: Partial<CatalogueChanges>
}

export interface IndexCatalogue extends Catalogue {
  /** What it was told, in order: `walk`, `stop`, `suggest maya`. */
  readonly told: readonly string[]
  /** Takes in looks up to this many, and says how the walk stands. */
  grow: (known: number, progress?: Partial<CatalogueProgress>) => void
  /** Lets the next suggestions wait till they are told to answer or to fail. */
  hold: () => { answer: () => void; fail: () => void }
}

/** The real index over the sandbox's looks, on this side of the worker, with a walk that the test leads. */
export function indexCatalogue({
  count = 112,
  known = count,
  progress: said,
  changes,
}: IndexCatalogueOptions = {}): IndexCatalogue {
  const index = createCatalogueIndex()
  const sandbox = readSandbox(count)
  index.putGroups(sandbox.groups)
  index.putLooks(sandbox.looks.slice(0, known))
  const counted = () => ({ looks: index.looks, people: index.people })
  let progress = { ...read, ...counted(), ...said }
  let gate = Promise.resolve()
  const told: string[] = []
  const listeners = new Set<() => void>()

  return {
    told,
    grow(upTo, now) {
      index.putLooks(sandbox.looks.slice(0, upTo))
      progress = { ...progress, ...counted(), ...now }
      for (const listener of listeners) listener()
    },
    hold() {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      gate = promise
      return { answer: resolve, fail: () => reject(new Error('The index broke.')) }
    },
    readProgress: () => progress,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () => void told.push('stop'),
    walk: () => void told.push('walk'),
    watch(query, options, listener, signal) {
      const answer = () => {
        const result = index.ask(query, options)
        listener(
          { ...result.answer, growing: !progress.whole, took: 0 },
          {
            looks: (from, to) => Promise.resolve(result.looks(from, to)),
            people: (from, to) => Promise.resolve(result.people(from, to)),
          },
        )
      }
      listeners.add(answer)
      signal.addEventListener('abort', () => listeners.delete(answer))
      queueMicrotask(() => signal.aborted || answer())
    },
    people: (query, typed, limit) => Promise.resolve(index.findPeople(query, typed, limit)),
    async suggest(typed, limit) {
      told.push(`suggest ${typed}`)
      await gate
      return index.suggest(typed, limit)
    },
    byId: (ids) => Promise.resolve(ids.map((id) => index.look(id)?.look)),
    ids: (query) => Promise.resolve(index.ids(query)),
    countAmong: (query, ids) => Promise.resolve(index.countAmong(query, ids)),
    cross: (query, facets) => Promise.resolve(index.cross(query, facets)),
    changes: () => Promise.resolve({ ...noChanges, ...changes }),
  }
}
