import { make, setAttribute } from './card-nodes.ts'
import type { GridContent } from './grid-content.ts'
import { GridSlot } from './grid-slot.ts'

/** A row of cells, drawn wherever it is needed next. */
export class GridRow<T> {
  readonly element = make('div', 'grid-row')
  readonly slots: GridSlot<T>[] = []
  index = -1
  #asked = false

  constructor() {
    this.element.setAttribute('role', 'row')
  }

  /** Shows the items of a row; pictures that are not there yet wait until they are asked for. */
  fill(index: number, content: GridContent<T>) {
    const { columns } = content.layout
    this.index = index
    setAttribute(this.element, 'aria-rowindex', String(index + 1))
    for (const { element } of this.slots.splice(columns)) element.remove()
    while (this.slots.length < columns) {
      const slot = new GridSlot(content.cells.create())
      this.slots.push(slot)
      this.element.append(slot.element)
    }
    for (const [column, slot] of this.slots.entries()) slot.show(index * columns + column, content)
    this.#asked = false
  }

  /** `top` in CSS pixels from the top of the grid's box. */
  place(top: number) {
    this.element.style.transform = `translateY(${top}px)`
  }

  ask(high: boolean) {
    if (this.#asked) return
    this.#asked = true
    for (const slot of this.slots) slot.cell.ask(high)
  }
}
