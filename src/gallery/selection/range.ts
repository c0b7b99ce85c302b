/** Rows of a list; `to` is not among them. */
export interface Range {
  from: number
  to: number
}

/** The rows from one to another, whichever comes first, both among them. */
export const rangeBetween = (one: number, other: number): Range => ({
  from: Math.min(one, other),
  to: Math.max(one, other) + 1,
})

export const isWithin = (index: number, range: Range | null) =>
  range !== null && index >= range.from && index < range.to

/** Rows that are read at once, so that no answer takes the page's thread for long. */
const atOnce = 400

/** The runs of rows that nothing is known of, in pieces of at most 400 rows. `ids` begin with row `from`. */
export function gapsIn(ids: readonly (string | null)[], from: number): Range[] {
  const gaps: Range[] = []
  for (const [at, id] of ids.entries()) {
    if (id !== null) continue
    const last = gaps.at(-1)
    const row = from + at
    if (last?.to === row && row - last.from < atOnce) last.to++
    else gaps.push({ from: row, to: row + 1 })
  }
  return gaps
}

/**
 * The ids of a range in the order of the list: those known, and the rest by `read`, which gives the ids of rows. Rows
 * that it does not give are left out, and `whole` says whether there were any.
 */
export async function readRange(
  known: readonly (string | null)[],
  from: number,
  read: (from: number, to: number) => Promise<readonly string[]>,
): Promise<{ ids: string[]; whole: boolean }> {
  const ids = [...known]
  let whole = true
  for (const gap of gapsIn(known, from)) {
    const found = await read(gap.from, gap.to).catch(() => [])
    whole &&= found.length >= gap.to - gap.from
    for (const [at, id] of found.slice(0, gap.to - gap.from).entries()) ids[gap.from - from + at] = id
  }
  return { ids: ids.filter((id) => id !== null), whole }
}
