const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b)

/** Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = ascending(values)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  if (upper === undefined) return null
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? upper)) / 2 : upper
}

/** The value that a share of all do not exceed, 0 to 1; null of nothing. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = ascending(values)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? null
}

export interface Spread {
  median: number
  min: number
  max: number
}

export function spreadOf(values: readonly number[]): Spread | null {
  const middle = median(values)
  return middle === null ? null : { median: middle, min: Math.min(...values), max: Math.max(...values) }
}

/** Ours by theirs: below 1 we need less. Null where theirs is nothing and ours is something. */
export function ratio(ours: number, theirs: number): number | null {
  if (theirs !== 0) return ours / theirs
  return ours === 0 ? 1 : null
}
