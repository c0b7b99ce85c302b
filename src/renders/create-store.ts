import { isOfOrder, isSettled, isTaken, readRenders, type Render } from './render.ts'

export interface RendersStore {
  /** Newest first; the same array until something changes. */
  read: () => readonly Render[]
  subscribe: (listener: () => void) => () => void
  /** Adds them, in their order, or puts them in the place of those with their keys. */
  put: (...added: Render[]) => void
  /**
   * Changes those that are there, by their keys; one that is not stays away. What is said of an order is too late for
   * one that HeyGen has taken meanwhile.
   */
  update: (changes: ReadonlyMap<string, Partial<Render>>) => void
  remove: (...keys: string[]) => void
}

export interface StoreParts {
  /** A function, as reading `localStorage` alone throws where it is blocked. */
  storage: () => Pick<Storage, 'getItem' | 'setItem'>
  /** Hears of other tabs' changes by `storage` events. */
  events: Pick<EventTarget, 'addEventListener'>
}

const name = 'lookbook.renders'
const most = 200

/** Newest first, at most 200: the oldest that have ended go first. The form of a finished one is not needed. */
function tidy(renders: Render[]): Render[] {
  const sorted = renders
    .map((render) => (render.state === 'done' && render.draft !== null ? { ...render, draft: null } : render))
    .toSorted((a, b) => b.placedAt - a.placedAt)
  while (sorted.length > most) {
    const oldest = sorted.findLastIndex(isSettled)
    sorted.splice(oldest < 0 ? sorted.length - 1 : oldest, 1)
  }
  return sorted
}

/** The renders of this browser, the same in all its tabs; for this tab alone where storage does not work. */
export function createRendersStore({ storage, events }: StoreParts): RendersStore {
  const listeners = new Set<() => void>()
  let raw: string | null = null
  let renders: readonly Render[] = []
  /** Storage did not take the last change: what is in memory counts. */
  let alone = false

  function load() {
    if (alone) return
    try {
      const stored = storage().getItem(name)
      if (stored === raw) return
      raw = stored
    } catch {
      return
    }
    renders = tidy(readRenders(raw))
  }

  function change(apply: (renders: readonly Render[]) => Render[]) {
    // Another tab may have written since.
    load()
    renders = tidy(apply(renders))
    const written = JSON.stringify(renders)
    try {
      storage().setItem(name, written)
      raw = written
      alone = false
    } catch {
      alone = true
    }
    for (const listener of listeners) listener()
  }

  load()
  events.addEventListener('storage', () => {
    const before = renders
    load()
    if (renders !== before) for (const listener of listeners) listener()
  })

  return {
    read: () => renders,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    put(...added) {
      const keys = new Set(added.map(({ key }) => key))
      change((all) => [...added, ...all.filter(({ key }) => !keys.has(key))])
    },
    update(changes) {
      load()
      if (!renders.some(({ key }) => changes.has(key))) return
      change((all) =>
        all.map((render) => {
          const found = changes.get(render.key)
          return found === undefined || (isTaken(render) && isOfOrder(found))
            ? render
            : { ...render, ...found }
        }),
      )
    },
    remove: (...keys) => change((all) => all.filter(({ key }) => !keys.includes(key))),
  }
}
