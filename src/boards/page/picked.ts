/** What is selected on a board, in the board's order or not, and from where a range begins. */
export interface Picked {
  ids: ReadonlySet<string>
  anchor: string | null
}

export const nothingPicked: Picked = { ids: new Set(), anchor: null }

export function togglePicked({ ids }: Picked, id: string): Picked {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** With all from where the range begins to `id`, as they are shown. */
export function extendPicked(picked: Picked, id: string, shown: readonly { id: string }[]): Picked {
  const from = shown.findIndex((look) => look.id === picked.anchor)
  const to = shown.findIndex((look) => look.id === id)
  if (from < 0 || to < 0) return togglePicked(picked, id)
  const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ...picked, ids: new Set([...picked.ids, ...range.map((look) => look.id)]) }
}

/** Those that are on the board still, in its order. */
export const pickedOf = (picked: Picked, looks: readonly { id: string }[]): string[] =>
  looks.filter(({ id }) => picked.ids.has(id)).map(({ id }) => id)
