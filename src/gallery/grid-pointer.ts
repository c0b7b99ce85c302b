import type { CardCell } from './card-cells.ts'
import { CardTools } from './card-tools.ts'
import type { GridBody } from './grid-body.ts'

/** Follows the pointer, or else the focus, from card to card: the tools go with it, and covers follow what is pointed at. */
export class GridPointer<T> {
  readonly #tools = new CardTools()
  readonly #body: GridBody<T>
  #root: HTMLElement | null = null
  #pointed: CardCell<T> | null = null

  constructor(body: GridBody<T>) {
    this.#body = body
  }

  attach(root: HTMLElement) {
    this.#root = root
    const listening = new AbortController()
    const options = { signal: listening.signal }
    root.addEventListener(
      'pointerover',
      ({ pointerType, target }) => {
        // While the page moves, cards pass by under the pointer.
        if (pointerType !== 'touch' && !this.#body.moving && target instanceof Element) this.#over(target)
      },
      options,
    )
    root.addEventListener('pointerleave', () => this.#over(null), options)
    root.addEventListener('focusin', () => this.#over(null), options)
    return () => listening.abort()
  }

  /** Cells show other items now. */
  drawn() {
    this.#tools.check()
  }

  /** The page is at rest. */
  rest() {
    this.#over(this.#root?.querySelector('.card:hover') ?? null)
  }

  #over(element: Element | null) {
    const cell = this.#body.cellOf(element)
    if (cell !== this.#pointed) this.#pointed?.step?.(null)
    this.#pointed = cell
    if (element) cell?.point?.(element)
    const focused = this.#root?.querySelector('.card:focus-within') ?? null
    this.#tools.moveTo(cell ?? this.#body.cellOf(focused))
  }
}
