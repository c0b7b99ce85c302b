import type { GridBody } from '#gallery/grid-body.ts'
import { lookCells } from '#gallery/look-cell.ts'
import { selectionText as words } from '#messages/en-selection.ts'
import type { ListedLook } from '#search/protocol.ts'
import { announce } from '#ui/notices.ts'
import { whenStill } from '#ui/when-still.ts'
import { clearSelection } from './clear-selection.ts'
import { GridPicks } from './grid-picks.ts'
import { watchHold } from './hold-touch.ts'
import { looksOnPage } from './looks-on-page.ts'
import { indexOf, markCells, unmarkCells } from './mark-cells.ts'
import { SelectBox } from './select-box.ts'
import { watchClicks } from './select-by-click.ts'
import { watchKeys } from './select-by-key.ts'
import { selection } from './selection.ts'
import './selection.css'

/** Milliseconds without a change after which a screen reader is told of it: not at every repeat of a key. */
const settled = 500

/** Whether a grid shows looks: people cannot be selected. */
export const isOfLooks = <T>(body: GridBody<T> | GridBody<ListedLook>): body is GridBody<ListedLook> =>
  Object.is(body.content?.cells, lookCells)

/** The selection as a grid of looks shows it, and the ways to change it there. */
export class GridSelection {
  #root: HTMLElement | null = null
  #body: GridBody<ListedLook> | null = null
  readonly #picks = new GridPicks(() => this.#body)
  readonly #box = new SelectBox()
  /** A mouse or a pen is over the grid. */
  #hovering = false
  #shift = false
  /** A range is shown. */
  #ranged = false

  attach(root: HTMLElement, body: GridBody<ListedLook>): () => void {
    this.#root = root
    this.#body = body
    root.setAttribute('aria-multiselectable', 'true')
    root.setAttribute('aria-keyshortcuts', 'X Control+A')
    const said = whenStill(settled, () => {
      const { length } = selection.read()
      announce(length > 0 ? words.selected(length) : words.none)
    })
    const ends = [
      this.#followPointer(root, body),
      // Before the clicks: it keeps back the one that ends a long press.
      watchHold(root, (card) => {
        if ('vibrate' in navigator) navigator.vibrate(10)
        this.#picks.toggle(indexOf(card))
      }),
      watchClicks(root, this.#picks),
      watchKeys(root, body, this.#picks),
      looksOnPage.shows(() =>
        (body.content?.items ?? []).flatMap((item) => (item === undefined ? [] : item.id)),
      ),
      selection.subscribe(() => {
        said.touch()
        this.draw()
      }),
    ]
    this.draw()
    return () => {
      for (const end of ends) end()
      said.end()
      this.#box.moveTo(null)
      unmarkCells(root)
      this.#root = null
      this.#body = null
    }
  }

  /** Shows the selection on the cells that are drawn now. */
  draw(pointed = this.#pointed()) {
    if (!this.#root) return
    const card = this.#card(pointed)
    this.#ranged = this.#shift && card !== null
    markCells(this.#root, this.#ranged && card ? this.#picks.rangeTo(indexOf(card)) : null)
    this.#box.moveTo(card)
  }

  /** The pointer or the focus is elsewhere: the cells are as they were, but for a range. */
  #point(pointed = this.#pointed()) {
    if (this.#shift || this.#ranged) this.draw(pointed)
    else this.#box.moveTo(this.#card(pointed))
  }

  clear = () => clearSelection()

  #pointed(): HTMLElement | null {
    // Under way it is another one in every frame.
    if (!this.#hovering || this.#body?.moving) return null
    return this.#root?.querySelector<HTMLElement>('.card:hover') ?? null
  }

  /** The card under the pointer, else the one in focus; none while cards pass by. */
  #card(pointed: HTMLElement | null): HTMLElement | null {
    if (!this.#root || this.#body?.moving) return null
    const focus = document.activeElement
    if (pointed || !focus?.matches('.card-link:focus-visible') || !this.#root.contains(focus)) return pointed
    return focus.closest<HTMLElement>('.card')
  }

  #followPointer(root: HTMLElement, body: GridBody<ListedLook>): () => void {
    const listening = new AbortController()
    const options = { signal: listening.signal }
    let over: Element | null = null
    const holds = (shift: boolean) => {
      if (shift === this.#shift) return
      this.#shift = shift
      this.draw()
    }
    root.addEventListener(
      'pointerover',
      ({ pointerType, shiftKey, target }) => {
        if (pointerType === 'touch' || body.moving) return
        this.#hovering = true
        this.#shift = shiftKey
        const card = target instanceof Element ? target.closest<HTMLElement>('.card') : null
        // Within a card it passes over many things. Firefox says :hover of the card before, until this event is over.
        if (card !== over || this.#ranged !== shiftKey) this.#point(card)
        over = card
      },
      options,
    )
    root.addEventListener(
      'pointerleave',
      () => {
        this.#hovering = false
        over = null
        this.#point()
      },
      options,
    )
    for (const type of ['focusin', 'focusout'])
      // Where the focus goes is known only after it has left.
      root.addEventListener(type, () => queueMicrotask(() => this.#point()), options)
    window.addEventListener('keydown', ({ shiftKey }) => holds(shiftKey), options)
    window.addEventListener('keyup', ({ shiftKey }) => holds(shiftKey), options)
    window.addEventListener('blur', () => holds(false), options)
    return () => listening.abort()
  }
}
