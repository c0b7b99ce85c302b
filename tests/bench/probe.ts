/** What the measuring has put into the page, as `window.bench`. Times are milliseconds since the navigation began. */
interface Probe {
  firstCard: number | null
  firstPicture: number | null
  lcp: number | null
  longTasks: { start: number; ms: number }[]
  /** Resolves when the first card has its picture. */
  loaded: Promise<void>
  /** Cards in the window, in reading order. */
  inView: () => HTMLElement[]
  cardAt: (x: number, y: number) => HTMLElement | null
  /** Every element that says it is this look's card: a cell that is put by may still have its id. */
  cardsOf: (id: string) => HTMLElement[]
  idOf: (card: Element | undefined) => string | null
  hasPicture: (card: Element | null) => boolean
  isOpen: () => boolean
  /** Every element of the document. */
  elements: () => number
}

declare global {
  interface Window {
    bench: Probe
  }
}

/** Runs in the page before anything of its own does. Whole in itself: it is sent as text. */
export function installProbe({ card, detail }: { card: string; detail: string }) {
  let tellLoaded: () => void = () => undefined
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  const hasPicture = (holder: Element | null) => {
    const image = holder?.querySelector('img')
    return image != null && image.complete && image.naturalWidth > 0
  }
  const bench: Probe = {
    firstCard: null,
    firstPicture: null,
    lcp: null,
    longTasks: [],
    loaded: new Promise((resolve) => (tellLoaded = resolve)),
    inView() {
      const seen = [...document.querySelectorAll<HTMLElement>(card)]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > 0 && box.top < window.innerHeight && box.width > 0)
      seen.sort((a, b) => Math.round(a.box.top - b.box.top) || a.box.left - b.box.left)
      return seen.map(({ element }) => element)
    },
    cardAt: (x, y) => document.elementFromPoint(x, y)?.closest<HTMLElement>(card) ?? null,
    cardsOf: (id) => [...document.querySelectorAll<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)],
    idOf: (element) => element?.getAttribute('data-card') ?? null,
    hasPicture,
    isOpen: () => document.querySelector(detail) !== null,
    elements: () => document.getElementsByTagName('*').length,
  }
  window.bench = bench
  observe('longtask', ({ startTime, duration }) => bench.longTasks.push({ start: startTime, ms: duration }))
  observe('largest-contentful-paint', ({ startTime }) => (bench.lcp = startTime))

  const awaitPicture = () => {
    if (hasPicture(document.querySelector(card))) {
      bench.firstPicture = performance.now()
      tellLoaded()
    } else requestAnimationFrame(awaitPicture)
  }
  new MutationObserver((_, observer) => {
    if (!document.querySelector(card)) return
    bench.firstCard = performance.now()
    observer.disconnect()
    awaitPicture()
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-card'] })
}
