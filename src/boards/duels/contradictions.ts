import type { Duel } from '#boards/board.ts'

/** Visits all that can be reached, each once, and tells of each when everything beyond it is done. */
function walk(from: string, next: ReadonlyMap<string, readonly string[]>, seen: Set<string>): string[] {
  const done: string[] = []
  const open = [{ id: from, at: 0 }]
  seen.add(from)
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const target = next.get(top.id)?.[top.at++]
    if (target === undefined) {
      done.push(top.id)
      open.pop()
    } else if (!seen.has(target)) {
      seen.add(target)
      open.push({ id: target, at: 0 })
    }
  }
  return done
}

/** Looks that beat each other in a circle, together (Kosaraju's algorithm); every other one alone. */
function circles(ids: readonly string[], duels: readonly Duel[]): string[][] {
  const beats = new Map<string, string[]>(ids.map((id) => [id, []]))
  const losesTo = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const { a, b, winner } of duels) {
    const loser = winner === a ? b : a
    beats.get(winner)?.push(loser)
    losesTo.get(loser)?.push(winner)
  }
  const seen = new Set<string>()
  const done = ids.flatMap((id) => (seen.has(id) ? [] : walk(id, beats, seen)))
  seen.clear()
  return done.toReversed().flatMap((id) => (seen.has(id) ? [] : [walk(id, losesTo, seen)]))
}

/**
 * Groups of looks from best to worst: no duel says that one of a later group is better than one of an earlier. Of the
 * groups that could come next the strongest does; groups that are equally strong and never met are one. In a group
 * the strongest comes first, then the order of `ids`.
 */
export function contradictions(
  ids: readonly string[],
  duels: readonly Duel[],
  strengthOf: (id: string) => number,
): string[][] {
  const place = new Map(ids.map((id, index) => [id, index]))
  const inOrder = (a: string, b: string) => {
    const [left, right] = [strengthOf(a), strengthOf(b)]
    return Math.abs(left - right) < 1e-6 ? (place.get(a) ?? 0) - (place.get(b) ?? 0) : right - left
  }
  const groups = circles(ids, duels).map((group) => group.toSorted(inOrder))
  const groupOf = new Map(groups.flatMap((group, index) => group.map((id) => [id, index] as const)))
  const better = groups.map(() => new Set<number>())
  for (const { a, b, winner } of duels) {
    const [won, lost] = [groupOf.get(winner), groupOf.get(winner === a ? b : a)]
    if (won !== undefined && lost !== undefined && won !== lost) better[lost]?.add(won)
  }
  const waiting = new Set(groups.keys())
  const order: string[][] = []
  while (waiting.size > 0) {
    const free = [...waiting].filter((index) => [...(better[index] ?? [])].every((one) => !waiting.has(one)))
    const [head] = free.map((index) => groups[index]?.[0] ?? '').toSorted(inOrder)
    const chosen = groupOf.get(head ?? '')
    if (head === undefined || chosen === undefined) break
    // Equals that never met are as good as each other.
    const equal = free.filter(
      (index) => Math.abs(strengthOf(groups[index]?.[0] ?? '') - strengthOf(head)) < 1e-6,
    )
    for (const index of equal) waiting.delete(index)
    order.push(equal.flatMap((index) => groups[index] ?? []).toSorted(inOrder))
  }
  return order
}
