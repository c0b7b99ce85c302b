import { setAttribute } from '#gallery/card-nodes.ts'
import { isWithin, type Range } from './range.ts'
import { selection } from './selection.ts'

/** The cards that are drawn, wherever their rows are. */
function* cardsIn(root: HTMLElement): Generator<HTMLElement> {
  for (const row of root.children)
    for (const card of row.children) if (card instanceof HTMLElement) yield card
}

export const indexOf = (card: HTMLElement) => Number(card.dataset.index)

/** Says of every drawn card whether its look is selected, and whether it is in the range that a click would select. */
export function markCells(root: HTMLElement, range: Range | null): void {
  setAttribute(root, 'data-selecting', selection.read().length > 0 ? '' : null)
  for (const card of cardsIn(root)) {
    const id = card.dataset.card
    const selected = id !== undefined && selection.has(id)
    setAttribute(card, 'aria-selected', id === undefined ? null : String(selected))
    setAttribute(card, 'data-selected', selected ? '' : null)
    setAttribute(card, 'data-in-range', isWithin(indexOf(card), range) ? '' : null)
  }
}

/** Takes all of it off again. */
export function unmarkCells(root: HTMLElement): void {
  root.removeAttribute('data-selecting')
  for (const card of cardsIn(root))
    for (const name of ['aria-selected', 'data-selected', 'data-in-range']) card.removeAttribute(name)
}
