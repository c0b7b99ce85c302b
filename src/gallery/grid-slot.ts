import { text } from '#messages/en.ts'
import type { CardCell, CellView } from './card-cells.ts'
import { setAttribute, setHidden } from './card-nodes.ts'
import type { GridContent } from './grid-content.ts'

/** One place in a row: a cell, and what it shows. */
export class GridSlot<T> {
  readonly cell: CardCell<T>
  index = -1
  id: string | null = null
  #item: T | undefined
  #view: CellView | null = null
  #hrefOf: GridContent<T>['hrefOf'] | null = null
  #current = false

  constructor(cell: CardCell<T>) {
    this.cell = cell
    cell.link.tabIndex = -1
    this.#empty()
  }

  get element() {
    return this.cell.root
  }

  /** Shows the item at an index, or the place it will have. */
  show(index: number, content: GridContent<T>) {
    const item = content.items[index]
    // With each page that comes, all that is drawn is shown again.
    if (item !== undefined && index === this.index && this.#shows(item, content)) return
    this.index = index
    setAttribute(this.element, 'data-index', String(index))
    setHidden(this.element, index >= content.total)
    if (item !== undefined) this.#fill(item, content)
    else if (this.#item !== undefined) this.#empty()
  }

  #shows(item: T, { view, hrefOf, currentId }: GridContent<T>) {
    const same = item === this.#item && view === this.#view && hrefOf === this.#hrefOf
    return same && this.#current === (this.id === currentId)
  }

  /** Whether it is the grid's one tab stop. */
  stop(stop: boolean) {
    setAttribute(this.cell.link, 'tabindex', stop ? '0' : '-1')
  }

  #fill(item: T, { idOf, hrefOf, view, currentId }: GridContent<T>) {
    const id = idOf(item)
    if (this.#item === undefined) {
      this.element.classList.remove('skeleton')
      this.element.removeAttribute('aria-label')
    }
    if (item !== this.#item || view !== this.#view) this.cell.show(item, view, id === this.id)
    setAttribute(this.element, 'data-card', id)
    setAttribute(this.cell.link, 'href', hrefOf(id))
    this.id = id
    this.#item = item
    this.#view = view
    this.#hrefOf = hrefOf
    this.#mark(id === currentId)
  }

  #empty() {
    this.cell.clear()
    this.id = null
    this.#item = undefined
    this.#view = null
    this.element.classList.add('skeleton')
    this.element.setAttribute('aria-label', text.grid.loading)
    this.element.removeAttribute('data-card')
    this.cell.link.removeAttribute('href')
    this.#mark(false)
  }

  /** Whether it is open beside the grid. */
  #mark(current: boolean) {
    this.#current = current
    setAttribute(this.element, 'data-current', current ? 'true' : null)
    setAttribute(this.cell.link, 'aria-current', current ? 'true' : null)
  }
}
