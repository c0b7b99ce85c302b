/** A window on a laptop, in CSS pixels, with a mouse. */
export const fakeWindow = { width: 1440, height: 900 }

/** Inner width of everything that asks for one: five columns of large cards. */
const contentWidth = 1200

function matches(query: string): boolean {
  const least = /min-width:\s*(\d+)px/.exec(query)?.[1]
  return least === undefined ? query.includes('hover: hover') : window.innerWidth >= Number(least)
}

class FakeMediaQueryList extends EventTarget implements MediaQueryList {
  readonly media: string
  onchange: MediaQueryList['onchange'] = null
  constructor(media: string) {
    super()
    this.media = media
  }
  get matches() {
    return matches(this.media)
  }
  addListener() {}
  removeListener() {}
}

/** Nothing is ever resized here: the width at the start is all that is said. */
class FakeResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

class FakeIntersectionObserver implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}

const define = (target: object, name: string, get: () => unknown) =>
  Object.defineProperty(target, name, { configurable: true, get })

/** Puts in what jsdom has not: layout, scrolling, observers, media queries and media that play. */
export function fakeBrowser(): void {
  let scrolled = 0
  define(window, 'innerWidth', () => fakeWindow.width)
  define(window, 'innerHeight', () => fakeWindow.height)
  define(window, 'scrollY', () => scrolled)
  define(window, 'pageYOffset', () => scrolled)
  const scrollTo = (top: number) => {
    const target = Math.max(0, top)
    if (target === scrolled) return
    scrolled = target
    // As in a browser, never inside the call.
    setTimeout(() => window.dispatchEvent(new Event('scroll')))
  }
  window.scrollTo = (to?: number | ScrollToOptions, y?: number) =>
    scrollTo(typeof to === 'object' ? (to.top ?? scrolled) : (y ?? scrolled))
  window.scrollBy = (by?: number | ScrollToOptions, y?: number) =>
    scrollTo(scrolled + (typeof by === 'object' ? (by.top ?? 0) : (y ?? 0)))
  Element.prototype.scrollTo = () => {}
  Element.prototype.scrollIntoView = () => {}

  // React warns of elements that the browser does not know; jsdom does not know <search>.
  Object.defineProperty(HTMLUnknownElement.prototype, Symbol.toStringTag, { value: 'HTMLElement' })

  window.matchMedia = (query) => new FakeMediaQueryList(query)
  window.ResizeObserver = FakeResizeObserver
  window.IntersectionObserver = FakeIntersectionObserver
  document.elementFromPoint = () => null

  // One box for all: as wide as the content, at the top of the page. Windowed lists take their size from it.
  define(HTMLElement.prototype, 'clientWidth', () => contentWidth)
  define(HTMLElement.prototype, 'clientHeight', () => 400)
  define(HTMLElement.prototype, 'offsetWidth', () => contentWidth)
  define(HTMLElement.prototype, 'offsetHeight', () => 400)
  HTMLElement.prototype.getBoundingClientRect = () => new DOMRect(0, -scrolled, contentWidth, 0)

  HTMLMediaElement.prototype.play = () => Promise.resolve()
  HTMLMediaElement.prototype.pause = () => {}
  HTMLMediaElement.prototype.load = () => {}
}
