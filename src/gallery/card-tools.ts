import { gridText } from '#messages/en-grid.ts'
import { text } from '#messages/en.ts'
import type { CardCell } from './card-cells.ts'
import { makeButton, setHidden } from './card-nodes.ts'

/**
 * The pointer's buttons, to create a video and to copy the id: one pair for the whole grid, on the card under the
 * pointer or in focus. A pair on every card would be a third of the grid's elements.
 */
export class CardTools {
  readonly #create = makeButton('create', 'create')
  readonly #copy = makeButton('copy', 'copy')
  #on: CardCell<never> | null = null
  #tools: CardCell<never>['tools'] = null

  constructor() {
    this.#create.textContent = text.look.create
    // The focus goes to the card, which is still there when the dialog closes: these may have gone elsewhere.
    for (const button of [this.#create, this.#copy])
      button.addEventListener('mousedown', (event) => {
        event.preventDefault()
        this.#on?.link.focus({ preventScroll: true })
      })
  }

  moveTo(cell: CardCell<never> | null) {
    const tools = cell?.tools ?? null
    if (cell === this.#on && tools === this.#tools) return
    this.#on = cell
    this.#tools = tools
    delete this.#copy.dataset.done
    if (!cell || !tools) {
      this.#create.remove()
      this.#copy.remove()
      return
    }
    this.#create.setAttribute('aria-label', text.look.createOf(tools.name))
    this.#copy.setAttribute('aria-label', gridText.copyId(tools.name))
    setHidden(this.#create, !tools.create)
    cell.root.append(this.#create, this.#copy)
  }

  /** Cells show other items now. */
  check() {
    if (this.#on && this.#on.tools !== this.#tools) this.moveTo(null)
  }
}
