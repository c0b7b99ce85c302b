import { createRendersStore, type StoreParts } from '#renders/create-store.ts'
import type { PageSight } from '#renders/poll.ts'
import type { Render } from '#renders/render.ts'
import type { Locks } from '#renders/take-turns.ts'

export const aRender = (key: string, rest: Partial<Render> = {}): Render => ({
  key,
  route: '/v3/videos',
  batch: null,
  id: `video-${key}`,
  videoId: `video-${key}`,
  lookId: 'Marcus_suit_studio_front',
  lookName: 'Marcus Suit Studio',
  title: `Take ${key}`,
  engine: 'avatar_iv',
  resolution: '1080p',
  draft: { script: 'Hello' },
  placedAt: 0,
  state: 'rendering',
  progress: null,
  doneAt: null,
  duration: null,
  captions: false,
  failure: null,
  seen: false,
  followedFrom: 0,
  checkedAt: null,
  notBefore: null,
  ...rest,
})

/** One browser's storage with as many tabs as are opened. */
export function fakeBrowserStorage(first: Record<string, string> = {}) {
  const items = new Map(Object.entries(first))
  const tabs: EventTarget[] = []
  return {
    items,
    tab(change: Partial<StoreParts> = {}) {
      const events = new EventTarget()
      tabs.push(events)
      const storage = {
        getItem: (name: string) => items.get(name) ?? null,
        setItem: (name: string, value: string) => {
          items.set(name, value)
          for (const other of tabs) if (other !== events) other.dispatchEvent(new Event('storage'))
        },
      }
      return createRendersStore({ storage: () => storage, events, ...change })
    },
  }
}

/** A document that can be hidden and shown. */
export class FakePage extends EventTarget implements PageSight {
  hidden = false
  see(seen: boolean) {
    this.hidden = !seen
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

/** Exclusive locks, granted in the order they were asked for. */
export function fakeLocks(): Locks {
  let tail: Promise<unknown> = Promise.resolve()
  const request: Locks['request'] = (_name, { signal }, work) => {
    const before = tail
    const held = (async () => {
      await before
      signal.throwIfAborted()
      return work()
    })()
    tail = held.catch(() => {})
    return held
  }
  return { request }
}
