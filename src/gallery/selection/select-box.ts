import { makeButton, setAttribute } from '#gallery/card-nodes.ts'
import { selectionText as words } from '#messages/en-selection.ts'
import { selection } from './selection.ts'

/**
 * The pointer's checkbox: one for the whole grid, on the card under the pointer or in focus. What all cards show while
 * something is selected is drawn by the style sheet; screen readers have `aria-selected`, and keys have `x`.
 */
export class SelectBox {
  readonly #button = makeButton('select', 'select')
  #card: HTMLElement | null = null

  constructor() {
    this.#button.setAttribute('role', 'checkbox')
    // The focus goes to the card: the box may go elsewhere.
    this.#button.addEventListener('mousedown', (event) => {
      event.preventDefault()
      this.#card?.querySelector('a')?.focus({ preventScroll: true })
    })
    // The card is told, as `:has()` would look at every change in every card.
    this.#button.addEventListener('pointerenter', () => this.#mark('over'))
    this.#button.addEventListener('pointerleave', () => this.#mark(''))
  }

  /** Goes to a card that shows a look, and says how it stands there. */
  moveTo(card: HTMLElement | null) {
    const id = card?.dataset.card
    if (card !== this.#card) this.#mark(null)
    if (!card || id === undefined) {
      this.#card = null
      return this.#button.remove()
    }
    const name = card.querySelector('.card-name')?.textContent ?? ''
    setAttribute(this.#button, 'aria-label', words.select(name))
    setAttribute(this.#button, 'aria-checked', String(selection.has(id)))
    if (card !== this.#card) {
      card.append(this.#button)
      this.#card = card
      this.#mark('')
    }
    return undefined
  }

  #mark(box: string | null) {
    if (this.#card) setAttribute(this.#card, 'data-box', box)
  }
}
