import type { Duel } from '#boards/board.ts'
import { contradictions } from './contradictions.ts'

export interface Ranked {
  id: string
  /** 1 for the best; those that nothing tells apart share theirs. */
  rank: number
  /** Logarithm of the Bradley-Terry strength; 0 for one that nothing is known of. */
  strength: number
  /** How many duels it was in: what the strength rests on. */
  met: number
}

/** Duels won, and lost, against one of strength 1 that everyone is taken to have met: no strength is ever infinite. */
const prior = 0.25
const rounds = 500
const closeEnough = 1e-10
/** What two strengths differ by at least to count as different: cycles end in numbers that differ in the last digits. */
const apart = 1e-6

/** The duels among `ids`, a pair once: the last one of a pair counts. */
export function duelsAmong(ids: readonly string[], duels: readonly Duel[]): Duel[] {
  const known = new Set(ids)
  const pairs = new Map<string, Duel>()
  for (const duel of duels) {
    const { a, b, winner } = duel
    if (a === b || !known.has(a) || !known.has(b) || (winner !== a && winner !== b)) continue
    pairs.set(JSON.stringify([a, b].toSorted()), duel)
  }
  // In one order, so that sums of the same numbers are the same numbers.
  return [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, duel]) => duel)
}

const opponents = (id: string, duels: readonly Duel[]) => duels.map(({ a, b }) => (a === id ? b : a))

/**
 * Strengths that explain the duels best (Bradley and Terry 1952, with a prior), by the minorise-maximise steps of
 * Hunter 2004.
 */
function strengthsOf(ids: readonly string[], duels: readonly Duel[]): Map<string, number> {
  const won = new Map(ids.map((id) => [id, 0]))
  const of = new Map<string, Duel[]>(ids.map((id) => [id, []]))
  for (const duel of duels) {
    won.set(duel.winner, (won.get(duel.winner) ?? 0) + 1)
    of.get(duel.a)?.push(duel)
    of.get(duel.b)?.push(duel)
  }
  let strengths = new Map(ids.map((id) => [id, 1]))
  for (let round = 0; round < rounds; round++) {
    let moved = 0
    const next = new Map<string, number>()
    for (const [id, own] of strengths) {
      const met = opponents(id, of.get(id) ?? [])
      const share = met.reduce((sum, other) => sum + 1 / (own + (strengths.get(other) ?? 1)), 0)
      const value = ((won.get(id) ?? 0) + prior) / (share + (2 * prior) / (own + 1))
      moved = Math.max(moved, Math.abs(value - own) / own)
      next.set(id, value)
    }
    strengths = next
    if (moved < closeEnough) break
  }
  return strengths
}

/**
 * Looks from best to worst by the duels among them. Duels that do not contradict each other are obeyed to the letter;
 * among looks that beat each other in a circle the strengths decide, and those that are equally strong are tied. Tied
 * ones keep the order of `ids`.
 */
export function rankByDuels(ids: readonly string[], all: readonly Duel[]): Ranked[] {
  const duels = duelsAmong(ids, all)
  const strengths = strengthsOf(ids.toSorted(), duels)
  const strengthOf = (id: string) => Math.log(strengths.get(id) ?? 1)
  const met = new Map<string, number>()
  for (const { a, b } of duels) for (const id of [a, b]) met.set(id, (met.get(id) ?? 0) + 1)
  const groups = contradictions(ids, duels, strengthOf)
  let rank = 0
  let before: { group: number; strength: number } | null = null
  return groups.flatMap((group, index) =>
    group.map((id) => {
      const strength = strengthOf(id)
      const known = (met.get(id) ?? 0) > 0
      const tied = before !== null && before.group === index && before.strength - strength < apart
      if (!tied) rank += 1
      before = { group: index, strength }
      return { id, rank, strength: known ? strength : 0, met: met.get(id) ?? 0 }
    }),
  )
}
