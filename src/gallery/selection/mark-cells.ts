import { setAttribute } from '#gallery/card-nodes.ts'
import { isWithin, type Range } from './range.ts'
import { selection } from './selection.ts'

/** The cards that are drawn, wherever their rows are. */
function* cardsIn(root: HTMLElement): Generator<HTMLElement> {
  for (const row of root.children)
    for (const card of row.children) if (card instanceof HTMLElement) yield card
}

export const indexOf = (card: HTMLElement) => Number(card.dataset.index)

interface Mark {
  selected: boolean
  inRange: boolean
}

/** What cards say, those that show no look apart: it is asked at every row that comes, and seldom another. */
const marks = new WeakMap<HTMLElement, Mark>()

/** Says of every drawn card whether its look is selected, and whether it is in the range that a click would select. */
export function markCells(root: HTMLElement, range: Range | null): void {
  setAttribute(root, 'data-selecting', selection.read().length > 0 ? '' : null)
  for (const card of cardsIn(root)) {
    const id = card.dataset.card
    const mark =
      id === undefined
        ? undefined
        : { selected: selection.has(id), inRange: range !== null && isWithin(indexOf(card), range) }
    const before = marks.get(card)
    if (before?.selected === mark?.selected && before?.inRange === mark?.inRange) continue
    setAttribute(card, 'aria-selected', mark ? String(mark.selected) : null)
    setAttribute(card, 'data-selected', mark?.selected ? '' : null)
    setAttribute(card, 'data-in-range', mark?.inRange ? '' : null)
    if (mark) marks.set(card, mark)
    else marks.delete(card)
  }
}

/** Takes all of it off again. */
export function unmarkCells(root: HTMLElement): void {
  root.removeAttribute('data-selecting')
  for (const card of cardsIn(root)) {
    marks.delete(card)
    for (const name of ['aria-selected', 'data-selected', 'data-in-range']) card.removeAttribute(name)
  }
}
