import { idAt, type GridContent } from './grid-content.ts'
import type { GridRow } from './grid-row.ts'
import type { GridSlot } from './grid-slot.ts'

/**
 * Before the rows show other items: what they show already and will show elsewhere in them goes there as it is, with
 * its picture.
 */
export function keepCells<T>(rows: readonly GridRow<T>[], content: GridContent<T>) {
  const { columns } = content.layout
  const displaced = new Map<string, { row: GridRow<T>; slot: GridSlot<T> }>()
  for (const row of rows)
    for (const [column, slot] of row.slots.entries())
      if (slot.id !== null && slot.id !== idAt(content, row.index * columns + column))
        displaced.set(slot.id, { row, slot })
  if (displaced.size === 0) return
  for (const row of rows)
    for (let column = 0; column < Math.min(columns, row.slots.length); column++) {
      const id = idAt(content, row.index * columns + column)
      const from = id === null ? undefined : displaced.get(id)
      const there = row.slots[column]
      if (!from || !there || from.slot === there) continue
      exchange(from, { row, slot: there })
      // The other one may be wanted elsewhere in turn, and is found there.
      if (there.id !== null && displaced.has(there.id))
        displaced.set(there.id, { row: from.row, slot: there })
      displaced.delete(from.slot.id ?? '')
    }
}

interface Seat<T> {
  row: GridRow<T>
  slot: GridSlot<T>
}

function exchange<T>(one: Seat<T>, other: Seat<T>) {
  const at = one.row.slots.indexOf(one.slot)
  other.row.slots[other.row.slots.indexOf(other.slot)] = one.slot
  one.row.slots[at] = other.slot
  const mark = document.createComment('')
  one.slot.element.replaceWith(mark)
  other.slot.element.replaceWith(one.slot.element)
  mark.replaceWith(other.slot.element)
}
