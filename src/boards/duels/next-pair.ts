import type { Duel } from '#boards/board.ts'
import { duelsAmong, rankByDuels } from './ranking.ts'

export type Pair = readonly [a: string, b: string]

export const pairKey = (a: string, b: string) => JSON.stringify([a, b].toSorted())

/** What a duel more weighs against a difference in strength (its logarithm). */
const weightOfMet = 0.5

/**
 * The two whose duel would tell the most: one that has met the fewest, and of those it has not met the closest in
 * strength, rather one that has met few too. Pairs that were put off come when all others are done; null when none is
 * left. The same duels give the same pair.
 */
export function nextPair(
  ids: readonly string[],
  all: readonly Duel[],
  skipped: ReadonlySet<string>,
): Pair | null {
  const met = new Set(duelsAmong(ids, all).map(({ a, b }) => pairKey(a, b)))
  const ranked = rankByDuels(ids, all)
  const find = (leaveOut: ReadonlySet<string>): Pair | null => {
    const open = (a: string, b: string) => !met.has(pairKey(a, b)) && !leaveOut.has(pairKey(a, b))
    // Equals keep the order of the ranking, which is settled by the duels and `ids` alone.
    for (const one of ranked.toSorted((a, b) => a.met - b.met)) {
      const others = ranked.filter(({ id }) => id !== one.id && open(one.id, id))
      const cost = (other: (typeof ranked)[number]) =>
        Math.abs(other.strength - one.strength) + weightOfMet * other.met
      const [best] = others.toSorted((a, b) => cost(a) - cost(b))
      if (best) return [one.id, best.id]
    }
    return null
  }
  return find(skipped) ?? find(new Set())
}

/** The looks of the pairs that either answer, or none, would lead to, but for those that are there already. */
export function looksAfter(
  ids: readonly string[],
  all: readonly Duel[],
  skipped: ReadonlySet<string>,
  [a, b]: Pair,
): string[] {
  const pairs = [
    ...[a, b].map((winner) => nextPair(ids, [...all, { a, b, winner }], skipped)),
    nextPair(ids, all, new Set([...skipped, pairKey(a, b)])),
  ]
  return [...new Set(pairs.flatMap((pair) => pair ?? []))].filter((id) => id !== a && id !== b)
}

/** About how many duels put `count` looks in order: what sorting them takes, and at most every pair. */
export const aboutDuels = (count: number) =>
  count < 2 ? 0 : Math.min((count * (count - 1)) / 2, Math.round(count * Math.log2(count)))
