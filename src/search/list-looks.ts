import type { LookStore } from './look-store.ts'
import type { ListedLook } from './protocol.ts'

/** Looks in the order of a list; with folding, each row is a run of one person. */
export interface LookRows {
  slots: Uint32Array
  /** Where each row begins in `slots`; null where every look is a row. */
  starts: Uint32Array | null
}

export const countRows = ({ slots, starts }: LookRows) => starts?.length ?? slots.length

/** The slots of the first rows of an earlier list. A look that was removed and has come back is where it was. */
function keptSlots(store: LookStore, before: LookRows, rows: number): Uint32Array {
  const end = rows < countRows(before) ? (before.starts?.[rows] ?? rows) : before.slots.length
  return before.slots.subarray(0, end).map((slot) => store.slotOf(store.entry(slot)?.look.id ?? '') ?? slot)
}

function without(slots: Uint32Array, taken: Uint32Array, size: number): Uint32Array {
  const isTaken = new Uint8Array(size)
  for (const slot of taken) isTaken[slot] = 1
  return slots.filter((slot) => isTaken[slot] === 0)
}

/** The beginnings of runs: `given` first, then wherever another person follows. Looks of nobody stand alone. */
function runs(store: LookStore, slots: Uint32Array, given: Uint32Array, from: number): Uint32Array {
  const starts = new Uint32Array(slots.length)
  starts.set(given)
  let count = given.length
  for (let i = from; i < slots.length; i++) {
    const person = store.persons[slots[i] ?? 0] ?? 0
    const before = i > 0 ? (store.persons[slots[i - 1] ?? 0] ?? 0) : 0
    if (person === 0 || person !== before || i === 0) starts[count++] = i
  }
  return starts.slice(0, count)
}

/** Puts a ranking behind the first `rows` rows of an earlier list, without the looks that are in those. */
export function listLooks(
  store: LookStore,
  ranked: Uint32Array,
  fold: boolean,
  before: { list: LookRows; rows: number } | undefined,
): LookRows {
  let slots = ranked
  let given = new Uint32Array(0)
  let from = 0
  if (before && before.rows > 0) {
    const kept = keptSlots(store, before.list, before.rows)
    slots = new Uint32Array(kept.length + ranked.length)
    slots.set(kept)
    const rest = without(ranked, kept, store.slots)
    slots.set(rest, kept.length)
    slots = slots.subarray(0, kept.length + rest.length)
    given = before.list.starts?.slice(0, before.rows) ?? given
    from = kept.length
  }
  return { slots, starts: fold ? runs(store, slots, given, from) : null }
}

/** Rows `from` to `to`, exclusive; rows that are not there are left out. */
export function readLooks(store: LookStore, list: LookRows, from: number, to: number): ListedLook[] {
  const { slots, starts } = list
  const rows: ListedLook[] = []
  const last = Math.min(to, countRows(list))
  for (let row = Math.max(0, from); row < last; row++) {
    const at = starts ? (starts[row] ?? 0) : row
    const look = store.entry(slots[at] ?? -1)?.look
    if (!look) continue
    const more = starts ? (starts[row + 1] ?? slots.length) - at - 1 : 0
    rows.push(more > 0 ? { ...look, more } : look)
  }
  return rows
}
