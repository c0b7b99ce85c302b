import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Duel } from '#boards/board.ts'
import { aboutDuels, looksAfter, nextPair, pairKey } from '#boards/duels/next-pair.ts'
import { rankByDuels } from '#boards/duels/ranking.ts'

const duel = (winner: string, loser: string): Duel => {
  const [a = '', b = ''] = [winner, loser].toSorted()
  return { a, b, winner }
}
const order = (ids: readonly string[], duels: readonly Duel[]) => rankByDuels(ids, duels).map(({ id }) => id)
const ranks = (ids: readonly string[], duels: readonly Duel[]) =>
  new Map(rankByDuels(ids, duels).map(({ id, rank, strength }) => [id, { rank, strength }]))
const names = (count: number) => Array.from({ length: count }, (_, index) => `look-${index}`)

/** Looks in their true order, and the same in another. */
const people = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 24 })
  .chain((truth) =>
    fc.record({
      truth: fc.constant(truth),
      ids: fc.shuffledSubarray(truth, { minLength: truth.length }),
      extra: fc.array(fc.tuple(fc.nat(truth.length - 1), fc.nat(truth.length - 1)), { maxLength: 60 }),
    }),
  )

test('an order that the duels settle comes back exactly', () => {
  fc.assert(
    fc.property(people, ({ truth, ids, extra }) => {
      // Neighbours settle it; any others that agree change nothing.
      const neighbours = truth.slice(1).map((loser, index) => duel(truth[index] ?? '', loser))
      const agreeing = extra.flatMap(([a, b]) => (a < b ? [duel(truth[a] ?? '', truth[b] ?? '')] : []))
      const ranked = rankByDuels(ids, [...agreeing, ...neighbours])
      expect(ranked.map(({ id }) => id)).toEqual(truth)
      expect(ranked.map(({ rank }) => rank)).toEqual(truth.map((_, index) => index + 1))
    }),
  )
})

const anything = fc.record({
  ids: fc.constant(names(9)),
  duels: fc.array(
    fc
      .tuple(fc.nat(9), fc.nat(9))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => duel(`look-${a}`, `look-${b}`)),
    { maxLength: 60 },
  ),
})

test('no duels, however they contradict each other, make a strength that is not a number', () => {
  fc.assert(
    fc.property(anything, ({ ids, duels }) => {
      const ranked = rankByDuels(ids, duels)
      expect(ranked.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
      for (const { strength } of ranked) expect(Number.isFinite(strength)).toBe(true)
    }),
  )
})

test('the order in which duels and looks come makes no difference', () => {
  fc.assert(
    fc.property(anything, fc.infiniteStream(fc.nat()), ({ ids, duels }, random) => {
      const pairs = [...new Map(duels.map((one) => [pairKey(one.a, one.b), one])).values()]
      const mix = <T>(list: readonly T[]) =>
        list.map((item) => ({ item, by: random.next().value ?? 0 })).toSorted((a, b) => a.by - b.by)
      const shuffled = mix(pairs).map(({ item }) => item)
      const straight = ranks(ids, pairs)
      const other = ranks(
        mix(ids).map(({ item }) => item),
        shuffled,
      )
      for (const [id, one] of straight) expect(other.get(id)).toEqual(one)
    }),
  )
})

test('looks that beat each other in a circle are tied, and keep their order', () => {
  const circle = [duel('a', 'b'), duel('b', 'c'), duel('c', 'a')]
  expect(rankByDuels(['c', 'a', 'b'], circle).map(({ id, rank, met }) => [id, rank, met])).toEqual([
    ['c', 1, 2],
    ['a', 1, 2],
    ['b', 1, 2],
  ])
  expect(order(['c', 'a', 'b', 'd'], [...circle, duel('d', 'a')])[0]).toBe('d')
})

test('in a contradiction the one that wins more stands higher', () => {
  const duels = [duel('a', 'b'), duel('b', 'c'), duel('c', 'a'), duel('a', 'd'), duel('d', 'b')]
  expect(order(['d', 'c', 'b', 'a'], duels)[0]).toBe('a')
})

test('duels with looks that are not asked for count for nothing', () => {
  expect(rankByDuels(['a', 'b'], [duel('z', 'a'), duel('a', 'b')]).map(({ met }) => met)).toEqual([1, 1])
  expect(rankByDuels(['a', 'b'], []).map(({ rank, strength }) => [rank, strength])).toEqual([
    [1, 0],
    [1, 0],
  ])
})

test('every pair is asked once before any comes again, and those put off come last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.infiniteStream(fc.nat(2)), (count, choices) => {
      const ids = names(count)
      const skipped = new Set<string>()
      const asked: string[] = []
      const duels: Duel[] = []
      for (let pair = nextPair(ids, duels, skipped); pair; pair = nextPair(ids, duels, skipped)) {
        const key = pairKey(...pair)
        const again = skipped.has(key)
        expect(asked.filter((one) => one === key)).toHaveLength(again ? 1 : 0)
        // All others had their turn by then.
        expect(again && new Set(asked).size < (count * (count - 1)) / 2).toBe(false)
        asked.push(key)
        const choice = choices.next().value ?? 0
        if (choice === 2 && !again) skipped.add(key)
        else duels.push(duel(pair[choice % 2] ?? '', pair[1 - (choice % 2)] ?? ''))
      }
      expect(duels).toHaveLength((count * (count - 1)) / 2)
    }),
  )
})

test('who chooses by one order gets it in about as many duels as were told', () => {
  for (const count of [4, 6, 8]) {
    const ids = names(count)
    const truth = ids.toSorted(
      (a, b) => ((a.length * 7 + Number(a.at(-1)) * 5) % 11) - ((b.length * 7 + Number(b.at(-1)) * 5) % 11),
    )
    const duels: Duel[] = []
    for (let done = 0; done < aboutDuels(count); done++) {
      const pair = nextPair(ids, duels, new Set())
      if (!pair) break
      const [winner = '', loser = ''] = pair.toSorted((a, b) => truth.indexOf(a) - truth.indexOf(b))
      duels.push(duel(winner, loser))
    }
    const ranked = order(ids, duels)
    const off = ranked.map((id, index) => Math.abs(truth.indexOf(id) - index))
    expect(Math.max(...off)).toBeLessThanOrEqual(1)
    expect(ranked[0]).toBe(truth[0])
  }
})

test('a pair is never the same look twice, and none is left for one look', () => {
  expect(nextPair(['a'], [], new Set())).toBeNull()
  expect(nextPair([], [], new Set())).toBeNull()
  expect([0, 1, 2, 3, 6, 64].map(aboutDuels)).toEqual([0, 0, 1, 3, 15, 384])
})

test('the looks of the next pair are known before the answer, whichever it is', () => {
  fc.assert(
    fc.property(people, fc.boolean(), ({ ids, truth }, skips) => {
      const duels = truth.slice(2).map((loser, index) => duel(truth[index] ?? '', loser))
      const pair = nextPair(ids, duels, new Set())
      if (!pair) return
      const soon = [...pair, ...looksAfter(ids, duels, new Set(), pair)]
      const [a, b] = pair
      const next = skips
        ? nextPair(ids, duels, new Set([pairKey(a, b)]))
        : nextPair(ids, [...duels, duel(a, b)], new Set())
      for (const id of next ?? []) expect(soon).toContain(id)
    }),
  )
})
