import { whenStill } from '#ui/when-still.ts'
import type { Catalogue, CatalogueProgress, SearchAnswer, Watch } from './protocol.ts'
import type { IndexPort } from './start-index.ts'
import type { CallResult, FromIndex, IndexCall, IndexSettings, ToIndex } from './wire.ts'

/** Milliseconds without a scroll, a press or a key after which the page is still. */
const settled = 400

/** That somebody is at work in the page. */
const signs = ['scroll', 'pointerdown', 'keydown'] as const

interface Sight {
  readonly hidden: boolean
  addEventListener(
    name: 'visibilitychange' | (typeof signs)[number],
    listener: () => void,
    options?: { passive: boolean; capture: boolean },
  ): void
}

export interface CatalogueParts {
  start: (onMessage: (message: FromIndex) => void) => IndexPort
  settings: IndexSettings
  /** Read again whenever the walk is asked for: they may be others by then. */
  headers: () => Record<string, string>
  page: Sight
  /** Where the index cannot ask for itself. */
  fetchFor?: (message: Extract<FromIndex, { kind: 'fetch' }>) => Promise<ToIndex>
}

/** How it stands before the index has said anything. */
const unopened: CatalogueProgress = {
  state: 'opening',
  looks: 0,
  people: 0,
  expected: null,
  whole: false,
  missing: 0,
  until: null,
  walkedAt: null,
  kept: true,
  error: null,
}

interface Pending {
  settle: (result: CallResult) => void
  fail: (error: unknown) => void
}

/** The page's end of the index. */
export function createCatalogue({ start, settings, headers, page, fetchFor }: CatalogueParts): Catalogue {
  let progress = unopened
  let last = 0
  const listeners = new Set<() => void>()
  const watches = new Map<number, (answer: SearchAnswer) => void>()
  const pending = new Map<number, Pending>()

  const port = start((message) => {
    switch (message.kind) {
      case 'ready':
        return
      case 'progress':
        ;({ progress } = message)
        for (const listener of listeners) listener()
        return
      case 'answer':
        watches.get(message.watch)?.(message.answer)
        return
      case 'result':
        pending.get(message.id)?.settle(message.result)
        return
      case 'failed':
        pending.get(message.id)?.fail(new Error(message.message))
        return
      case 'fetch':
        void fetchFor?.(message).then(port.post)
    }
  })
  port.post({ kind: 'start', settings, headers: headers(), hidden: page.hidden })
  let busy = false
  const tellSight = () => port.post({ kind: 'sight', hidden: page.hidden || busy })
  const still = whenStill(settled, () => {
    busy = false
    tellSight()
  })
  page.addEventListener('visibilitychange', tellSight)
  // Who scrolls, presses or types needs the processor and the server: the walk goes on slowly, as in a hidden tab, until
  // the page is still.
  const touch = () => {
    still.touch()
    if (busy) return
    busy = true
    tellSight()
  }
  for (const sign of signs) page.addEventListener(sign, touch, { passive: true, capture: true })

  /** `pick` takes the value out of an answer to this very call. */
  function ask<T>(call: IndexCall, signal: AbortSignal | undefined, pick: (result: CallResult) => T | null) {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const id = ++last
      const abort = () => {
        pending.delete(id)
        reject(signal?.reason)
      }
      const end = () => {
        pending.delete(id)
        signal?.removeEventListener('abort', abort)
      }
      signal?.addEventListener('abort', abort, { once: true })
      pending.set(id, {
        settle(result) {
          end()
          const value = pick(result)
          if (value === null) reject(new Error(`The index answered ${result.name} to ${call.name}.`))
          else resolve(value)
        },
        fail(error) {
          end()
          reject(error)
        },
      })
      port.post({ kind: 'call', id, call })
    })
  }

  const watchOf = (watch: number, ended: AbortSignal): Watch => ({
    looks: (from, to, signal = ended) =>
      ask({ name: 'looks', watch, from, to }, AbortSignal.any([signal, ended]), (result) =>
        result.name === 'looks' ? result.value : null,
      ),
    people: (from, to, signal = ended) =>
      ask({ name: 'people', watch, from, to }, AbortSignal.any([signal, ended]), (result) =>
        result.name === 'people' ? result.value : null,
      ),
  })

  return {
    readProgress: () => progress,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () => port.post({ kind: 'stop' }),
    walk() {
      port.post({ kind: 'headers', headers: headers() })
      port.post({ kind: 'walk' })
    },
    watch(query, options, listener, signal) {
      if (signal.aborted) return
      const id = ++last
      const watch = watchOf(id, signal)
      watches.set(id, (answer) => listener(answer, watch))
      signal.addEventListener(
        'abort',
        () => {
          watches.delete(id)
          port.post({ kind: 'unwatch', watch: id })
        },
        { once: true },
      )
      port.post({ kind: 'watch', watch: id, query, options })
    },
    people: (query, typed, limit, signal) =>
      ask({ name: 'findPeople', query, typed, limit }, signal, (result) =>
        result.name === 'findPeople' ? result.value : null,
      ),
    suggest: (typed, limit, signal) =>
      ask({ name: 'suggest', typed, limit }, signal, (result) =>
        result.name === 'suggest' ? result.value : null,
      ),
    byId: (ids, signal) =>
      ask({ name: 'byId', ids: [...ids] }, signal, (result) =>
        result.name === 'byId' ? result.value : null,
      ),
    ids: (query, signal) =>
      ask({ name: 'ids', query }, signal, (result) => (result.name === 'ids' ? result.value : null)),
    countAmong: (query, ids, signal) =>
      ask({ name: 'countAmong', query, ids: [...ids] }, signal, (result) =>
        result.name === 'countAmong' ? result.value : null,
      ),
    cross: (query, facets, signal) =>
      ask({ name: 'cross', query, facets }, signal, (result) =>
        result.name === 'cross' ? result.value : null,
      ),
    changes: (signal) =>
      ask({ name: 'changes' }, signal, (result) => (result.name === 'changes' ? result.value : null)),
  }
}
