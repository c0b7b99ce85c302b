import { whenStill } from '#ui/when-still.ts'
import type { CardCell } from './card-cells.ts'
import { idAt, type GridContent } from './grid-content.ts'
import { GridRow } from './grid-row.ts'
import { GridScroll } from './grid-scroll.ts'
import type { GridSlot } from './grid-slot.ts'
import {
  distanceFrom,
  mostInSight,
  rowsBeyond,
  rowsInSight,
  rowsToDraw,
  type RowRange,
} from './grid-window.ts'
import { keepCells } from './keep-cells.ts'
import { pageScale } from './layout.ts'
import { orderRows } from './order-rows.ts'
import { ScrollSpeed } from './scroll-speed.ts'
import { stuckHeight } from './stuck-bars.ts'

/** Milliseconds without a scroll event after which the page is at rest. */
const settled = 90

export interface GridEvents {
  /** Cells show other items than before. */
  drawn: () => void
  /** Once a frame, after the drawing: the range of rows that were drawn. */
  seen: (rows: RowRange) => void
  /** The page is at rest. */
  rest: () => void
  /** Its rows stand in another box now. */
  left: () => void
}

/**
 * The rows of a grid: a handful of them, drawn where the page is, reused as it moves. React keeps their box and knows
 * nothing of what is in it.
 */
export class GridBody<T> {
  readonly scroll = new GridScroll()
  #events: Partial<GridEvents> = {}
  #root: HTMLElement | null = null
  /** What it was last given to show. */
  content: GridContent<T> | null = null
  #rows: GridRow<T>[] = []
  readonly #spare: GridRow<T>[] = []
  #drawn: RowRange = { first: 0, last: -1 }
  #seen: RowRange = this.#drawn
  #offset = 0
  readonly #speed = new ScrollSpeed()
  #first = true
  #wanted = 0
  #frame = 0
  #leave = () => {}
  /** The grid had the focus when it was last given something to show. */
  #held = false

  /** The box it stands in. */
  get root() {
    return this.#root
  }

  /** Stands in `root` from now on. With the rows that it has; the box they were in goes. Gives the function that ends it. */
  attach(root: HTMLElement, events: Partial<GridEvents>) {
    this.#leave()
    if (root !== this.#root) this.#move(root)
    this.#events = events
    this.scroll.attach(root)
    const listening = new AbortController()
    const options = { signal: listening.signal }
    const onScroll = () => {
      this.#speed.move(window.scrollY, performance.now())
      this.#still.touch()
      this.draw()
    }
    window.addEventListener('scroll', onScroll, options)
    window.addEventListener('resize', () => this.draw(), options)
    root.addEventListener('focusin', this.#onFocus, options)
    this.#leave = () => {
      this.#still.end()
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
      listening.abort()
    }
    return this.#leave
  }

  #move(root: HTMLElement) {
    const before = this.#root
    const focused = before?.contains(document.activeElement) ? document.activeElement : null
    root.append(...this.#rows.map(({ element }) => element))
    before?.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
    this.#root = root
    this.#events.left?.()
  }

  get moving() {
    return this.#speed.travel !== 0
  }

  /** It moves faster than anybody can look. */
  get fast() {
    return this.#speed.fast
  }

  /** Takes what is to be shown; it is on the screen after the next `draw(true)`. */
  update(content: GridContent<T>) {
    const before = this.content
    const id = before && idAt(before, this.active)
    this.content = content
    // At the end of a page that is too short, the way goes on from where the scroll bar is brought to.
    if (this.scroll.resize(pageScale(content.total, content.layout))) this.#still.touch()
    if (before === null) return
    this.#held = this.#root?.contains(document.activeElement) ?? false
    if (this.#held && before.items !== content.items) this.#follow(content, id)
    if (before.items !== content.items || before.layout !== content.layout) keepCells(this.#rows, content)
  }

  /** The index of the grid's one tab stop. */
  get active(): number {
    return Math.max(0, Math.min(this.#wanted, (this.content?.items.length ?? 0) - 1))
  }

  /** Makes a card the tab stop, and draws it wherever it is. */
  activate(index: number) {
    if (index === this.#wanted) return
    this.#wanted = index
    this.draw(true)
  }

  focus(index: number) {
    this.activate(index)
    this.#slotAt(index)?.cell.link.focus({ preventScroll: true })
  }

  /** Scrolls just as far as it takes to see a whole row. */
  reveal(index: number) {
    if (!this.content) return
    const { columns, rowPitch } = this.content.layout
    const scrolled = this.scroll.read()
    const top = Math.floor(index / columns) * rowPitch - scrolled
    const above = top - stuckHeight() - 8
    const below = Math.min(top + rowPitch - window.innerHeight, above)
    if (above < 0) this.scroll.goTo(scrolled + above)
    else if (below > 0) this.scroll.goTo(scrolled + below)
  }

  cellOf(element: Element | null): CardCell<T> | null {
    const card = element?.closest<HTMLElement>('.card')
    const slot = card && this.#slotAt(Number(card.dataset.index))
    return slot && slot.element === card ? slot.cell : null
  }

  /** Brings the rows to where the page is. `anew`: they show other things than before. */
  draw(anew = false) {
    const content = this.content
    if (!content || !this.#root) return
    const { columns, rowPitch } = content.layout
    const rows = Math.ceil(content.total / columns)
    // Under way the last scroll event has said where the page is; to ask in the middle of a change would lay it out.
    const scrolled = anew && this.moving ? this.scroll.last : this.scroll.read()
    const most = mostInSight(window.innerHeight, rowPitch)
    const beyond = rowsBeyond(columns * content.cells.elements + 1, most)
    this.#seen = rowsInSight(scrolled, window.innerHeight, rowPitch, rows)
    const { travel, fast } = this.#speed
    this.#root.toggleAttribute('data-fast', fast)
    const held = most + 2 * beyond
    const { first, last } = rowsToDraw(this.#seen, beyond, travel, rows)
    const missing = distanceFrom(this.#drawn, first) + distanceFrom(this.#drawn, last)
    const { offset } = this.scroll
    if (anew || missing > 0 || offset !== this.#offset) {
      // Under way all that may be held is drawn ahead, so that several rows come at once: what a change costs the
      // browser beside the rows' own work, it costs once.
      const ahead = held - 1 - this.#seen.last + this.#seen.first
      this.#drawn = rowsToDraw(this.#seen, travel === 0 ? beyond : ahead, travel, rows)
      this.#offset = offset
      if (anew) for (const row of this.#rows) row.fill(row.index, content)
      this.#bring(content, rows, held)
      for (const row of this.#rows) row.place(row.index * rowPitch - offset)
      if (anew) this.#stop()
      if (travel === 0) orderRows(this.#root, this.#rows)
      this.#events.drawn?.()
      this.#frame ||= requestAnimationFrame(this.#report)
    }
    if (!fast) this.#ask(content.items.length > 0)
  }

  /** Has a row for each that is wanted: of those not wanted the farthest are taken, then new ones. */
  #bring(content: GridContent<T>, rows: number, most: number) {
    const activeRow = Math.floor(this.active / content.layout.columns)
    const missing = new Set([activeRow].filter((index) => index < rows))
    for (let { first } = this.#drawn; first <= this.#drawn.last; first++) missing.add(first)
    const free = this.#rows.filter((row) => !missing.delete(row.index))
    const nearer = (a: number, b: number) => distanceFrom(this.#seen, a) - distanceFrom(this.#seen, b)
    free.sort((a, b) => nearer(a.index, b.index))
    // Those in sight first: their pictures are asked for first.
    for (const index of [...missing].toSorted(nearer)) {
      let row = this.#rows.length < most ? undefined : free.pop()
      if (!row) {
        row = this.#spare.pop() ?? new GridRow<T>()
        this.#rows.push(row)
        this.#root?.append(row.element)
      }
      row.fill(index, content)
    }
    for (const row of free) {
      if (row.index < rows && this.#rows.length <= most) continue
      this.#rows.splice(this.#rows.indexOf(row), 1)
      row.element.remove()
      this.#spare.push(row)
    }
  }

  /** Asks for pictures, for those in sight first; and for those at once that the page begins with. */
  #ask(items: boolean) {
    for (const row of this.#rows) if (distanceFrom(this.#seen, row.index) === 0) row.ask(this.#first)
    for (const row of this.#rows) if (distanceFrom(this.#drawn, row.index) === 0) row.ask(false)
    if (items) this.#first = false
  }

  /** Gives the tab stop to the active card, and the focus, where the grid had it and the card went elsewhere. */
  #stop() {
    const { active } = this
    const known = active < (this.content?.items.length ?? 0)
    for (const row of this.#rows) for (const slot of row.slots) slot.stop(known && slot.index === active)
    const slot = this.#slotAt(active)
    if (this.#held && known && !slot?.element.contains(document.activeElement))
      slot?.cell.link.focus({ preventScroll: true })
    this.#held = false
  }

  /** The card in focus may have another index now. */
  #follow(content: GridContent<T>, id: string | null) {
    if (id === null || idAt(content, this.active) === id) return
    const at = content.items.findIndex((_, index) => idAt(content, index) === id)
    if (at >= 0) this.#wanted = at
  }

  #slotAt(index: number): GridSlot<T> | undefined {
    for (const row of this.#rows) {
      const slot = row.slots[index - (row.slots[0]?.index ?? 0)]
      if (slot?.index === index) return slot
    }
    return undefined
  }

  readonly #onFocus = ({ target }: Event) => {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
    if (card) this.activate(Number(card.dataset.index))
  }

  readonly #rest = () => {
    this.#speed.rest()
    this.scroll.rest()
    this.draw(true)
    this.#events.rest?.()
  }

  readonly #still = whenStill(settled, this.#rest, { byFrame: true })

  readonly #report = () => {
    this.#frame = 0
    this.#events.seen?.(this.#drawn)
  }
}
