import { generateNKeysBetween } from 'fractional-indexing'
import type { BoardLook } from './board.ts'

export type Placed = Pick<BoardLook, 'id' | 'position'>

/** The places in `0-9A-Za-z`, whose code units are in that order. */
const between = (after: string | null, before: string | null, count: number) =>
  generateNKeysBetween(after, before, count)

/** Longer ones come from putting things into the same gap again and again. */
const longest = 60

/**
 * Positions for `ids` so that they stand, in their order, before the look `before`, or at the end for null. Others
 * keep theirs, but where there is no room between two: then all after the gap get new ones. Gives what changes.
 */
export function placeBefore(
  looks: readonly Placed[],
  ids: readonly string[],
  before: string | null,
): [id: string, position: string][] {
  const moved = new Set(ids)
  const rest = looks.filter(({ id }) => !moved.has(id))
  const found = before === null ? -1 : rest.findIndex(({ id }) => id === before)
  const at = found < 0 ? rest.length : found
  const left = rest[at - 1]?.position ?? null
  const right = rest[at]?.position ?? null
  const fits = room(left, right, ids.length)
  if (fits) return ids.map((id, index) => [id, fits[index] ?? ''])
  // Equal, or not of our making.
  const order = [...rest.slice(0, at).map(({ id }) => id), ...ids, ...rest.slice(at).map(({ id }) => id)]
  const fresh = between(null, null, order.length)
  return order.map((id, index) => [id, fresh[index] ?? ''])
}

function room(left: string | null, right: string | null, count: number): string[] | null {
  if (left !== null && right !== null && left >= right) return null
  try {
    const keys = between(left, right, count)
    return keys.every((key) => key.length <= longest) ? keys : null
  } catch {
    // A position that the library did not make.
    return null
  }
}
