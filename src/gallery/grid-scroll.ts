import { gridAt, pageAt, type PageScale } from './long-page.ts'

/** CSS pixels: a longer way in one step is a jump, by the scroll bar or a key. */
const jump = 10_000

/**
 * Where a grid is scrolled to within its page, in CSS pixels of the grid above the window's top edge; negative while
 * the grid begins below it. In a page too short for its grid, scrolling moves the rows one to one all the same: only
 * a jump is scaled, and what that shifts is made up for when the page is at rest.
 */
export class GridScroll {
  #root: HTMLElement | null = null
  #scale: PageScale = { grid: 0, page: 0 }
  #at = 0
  readonly #listeners = new Set<() => void>()
  /** Pixels of the grid that have no place on the page above the window. Rows are drawn that much higher. */
  offset = 0

  attach(root: HTMLElement) {
    this.#root = root
    this.#at = this.#place()
  }

  /** Says whether the scroll bar may be in the wrong place now. */
  resize(scale: PageScale): boolean {
    const changed = scale.grid !== this.#scale.grid
    this.#scale = scale
    if (this.#whole) this.offset = 0
    return changed && !this.#whole
  }

  /** What it last read. */
  get last(): number {
    return this.#at + this.offset
  }

  read(): number {
    const at = this.#place()
    if (!this.#whole && Math.abs(at - this.#at) > jump) this.offset = gridAt(at, this.#scale) - at
    this.#at = at
    return at + this.offset
  }

  goTo(scrolled: number) {
    const from = this.read()
    const near = Math.abs(scrolled - from) < jump
    this.#scroll(near ? scrolled - from : pageAt(scrolled, this.#scale) - this.#at)
    // Nothing is set off where the page is long enough, however the browser rounded or cut short the way there.
    if (!near && !this.#whole) this.offset = scrolled - this.#at
  }

  /** Calls `listener` whenever the page comes to rest. Gives the function that ends it. */
  onRest(listener: () => void) {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** The page is at rest: brings the scroll bar to where it belongs, without moving what is seen. */
  rest() {
    const scrolled = this.read()
    const away = pageAt(scrolled, this.#scale) - this.#at
    if (!this.#whole && Math.abs(away) >= 1) {
      this.#scroll(away)
      this.offset = scrolled - this.#at
    }
    for (const listener of this.#listeners) listener()
  }

  /** The page is as long as the grid. */
  get #whole() {
    return this.#scale.grid <= this.#scale.page
  }

  #place = () => (this.#root ? -this.#root.getBoundingClientRect().top : 0)

  #scroll(by: number) {
    window.scrollTo({ top: Math.max(0, window.scrollY + by), behavior: 'instant' })
    this.#at = this.#place()
  }
}
