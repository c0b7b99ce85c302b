import type { BoardLook } from '#boards/board.ts'

/**
 * The look `by` places on among those that `fits` takes, from any look of the whole order; null at its ends. One that
 * does not fit itself has its neighbours all the same.
 */
export function stepFrom(
  order: readonly string[],
  from: string,
  by: 1 | -1,
  fits: (id: string) => boolean,
): string | null {
  for (let at = order.indexOf(from) + by; at >= 0 && at < order.length; at += by) {
    const id = order[at]
    if (id !== undefined && fits(id)) return id
  }
  return null
}

/** The next one after `from` that fits, begun anew at the end; never `from` itself. */
export function nextAround(
  order: readonly string[],
  from: string,
  fits: (id: string) => boolean,
): string | null {
  const at = order.indexOf(from)
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))]
  return round.find(fits) ?? null
}

type Personal = Pick<BoardLook, 'id'> & { note: Pick<BoardLook['note'], 'group'> }

/** Looks of no known person are people of their own. */
const personOf = ({ id, note }: Personal) => (note.group === null ? `look ${id}` : `group ${note.group}`)

/** The first look of the previous or next person, in the order in which people come first; null at the ends. */
export function personStep(looks: readonly Personal[], from: string, by: 1 | -1): string | null {
  const first = new Map<string, string>()
  for (const look of looks) if (!first.has(personOf(look))) first.set(personOf(look), look.id)
  const current = looks.find(({ id }) => id === from)
  if (!current) return looks[0]?.id ?? null
  const people = [...first.keys()]
  const person = people[people.indexOf(personOf(current)) + by]
  return person === undefined ? null : (first.get(person) ?? null)
}
