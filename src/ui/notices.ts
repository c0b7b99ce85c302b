export interface Notice {
  /** The same again changes the one that is there, and does not stand beside it. */
  key?: string
  title: string
  description?: string
  /** Where it leads. */
  link?: { label: string; to: string }
  /** What can be done about it, such as undoing what it tells of. */
  action?: { label: string; run: () => void }
  /** It tells of what goes on, and stays until another notice of its key takes its place. */
  lasting?: boolean
  /** What is done by itself, once, at a time in epoch ms; it stays until then, with the seconds in `words`. */
  later?: { until: number; words: (seconds: number) => string; run: () => void }
}

type Listener = (notice: Notice) => void

const waiting: Notice[] = []
const listeners = new Set<Listener>()

/** Shows a short message over the page. It waits until there is somebody to show it. */
export function notify(notice: Notice) {
  waiting.push(notice)
  for (const listener of listeners) listener(notice)
}

/** Hears every notice, and takes those that nobody has shown yet. */
export const notices = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  take: () => waiting.splice(0),
}

/** Says a sentence to people who use a screen reader, without showing it. */
export function announce(sentence: string) {
  const region = document.querySelector('[data-announcer]')
  if (!region) return
  // The same sentence twice is not a change; emptying the region first makes it one.
  region.textContent = ''
  setTimeout(() => (region.textContent = sentence), 50)
}
