import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createCatalogueIndex,
  type CatalogueIndex,
  type IndexedGroup,
  type IndexedLook,
} from '#search/catalogue-index.ts'
import type { WatchOptions } from '#search/protocol.ts'
import { makeGroup } from './make-look.ts'
import { groups, randomLook, randomQuery } from './random-catalogue.ts'

type Change =
  | { kind: 'put looks'; looks: IndexedLook[] }
  | { kind: 'put groups'; groups: IndexedGroup[] }
  | { kind: 'remove looks' | 'remove groups'; ids: string[] }

const ids = Array.from({ length: 40 }, (_, i) => (i % 2 ? `id${i}_office_sitting` : `${i + 10}`.repeat(16)))
const look = randomLook(fc.constantFrom(...ids))
const group = fc.tuple(fc.constantFrom(...groups), fc.constantFrom('', ' Smith', ' Office')).map(
  ([
    {
      group: { id, name },
    },
    more,
  ]) => makeGroup(id, name + more),
)
const groupIds = groups.map((indexed) => indexed.group.id)

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(look, { maxLength: 20 }).map((looks) => ({ kind: 'put looks' as const, looks })),
  },
  {
    weight: 2,
    arbitrary: fc.array(group, { maxLength: 4 }).map((put) => ({ kind: 'put groups' as const, groups: put })),
  },
  {
    weight: 2,
    arbitrary: fc
      .subarray(ids, { maxLength: 12 })
      .map((gone) => ({ kind: 'remove looks' as const, ids: gone })),
  },
  {
    weight: 1,
    arbitrary: fc
      .subarray(groupIds, { maxLength: 2 })
      .map((gone) => ({ kind: 'remove groups' as const, ids: gone })),
  },
)

function apply(index: CatalogueIndex, made: Change) {
  if (made.kind === 'put looks') index.putLooks(made.looks)
  else if (made.kind === 'put groups') index.putGroups(made.groups)
  else if (made.kind === 'remove looks') index.removeLooks(made.ids)
  else index.removeGroups(made.ids)
}

/** What is there after all changes, each in its order of arrival. */
function remaining(changes: readonly Change[]) {
  const looks = new Map<string, IndexedLook>()
  const people = new Map<string, IndexedGroup>()
  for (const made of changes) {
    if (made.kind === 'put looks') for (const one of made.looks) looks.set(one.look.id, one)
    else if (made.kind === 'put groups') for (const one of made.groups) people.set(one.group.id, one)
    else for (const id of made.ids) (made.kind === 'remove looks' ? looks : people).delete(id)
  }
  return { looks: [...looks.values()], groups: [...people.values()] }
}

const options: fc.Arbitrary<WatchOptions> = fc.record({
  by: fc.constantFrom('looks', 'people'),
  fold: fc.boolean(),
})

test('an index that has grown and shrunk answers as one made of what is left', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 12 }),
      fc.array(fc.tuple(randomQuery, options), { minLength: 4, maxLength: 4 }),
      (changes, questions) => {
        const grown = createCatalogueIndex()
        for (const made of changes) {
          apply(grown, made)
          for (const [query, watch] of questions.slice(0, 1)) grown.ask(query, watch)
        }
        const left = remaining(changes)
        const fresh = createCatalogueIndex()
        fresh.putGroups(left.groups)
        fresh.putLooks(left.looks)

        expect([...grown.everyLook()]).toEqual([...fresh.everyLook()])
        expect([...grown.everyGroup()]).toEqual([...fresh.everyGroup()])
        expect([grown.looks, grown.people]).toEqual([fresh.looks, fresh.people])
        for (const [query, watch] of questions) {
          const [a, b] = [grown.ask(query, watch), fresh.ask(query, watch)]
          expect({ ...a.answer, words: likes(a.answer.words) }).toEqual({
            ...b.answer,
            words: likes(b.answer.words),
          })
          expect(a.looks(0, 50)).toEqual(b.looks(0, 50))
          expect(a.people(0, 50)).toEqual(b.people(0, 50))
          expect(grown.suggest(query.q, 5)).toEqual(fresh.suggest(query.q, 5))
          expect(grown.cross(query, ['place', 'engine'])).toEqual(fresh.cross(query, ['place', 'engine']))
        }
      },
    ),
    { numRuns: 1_000 },
  )
})

/** The words a typo was taken for come in no order. */
const likes = (words: { typed: string; like: string[] }[]) =>
  words.map(({ typed, like }) => ({ typed, like: like.toSorted() }))

test('rows that were given keep their places, whatever is added or removed', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      randomQuery,
      options,
      fc.nat(30),
      (start, later, query, watch, many) => {
        const index = createCatalogueIndex()
        index.putGroups(groups)
        for (const made of start) apply(index, made)
        const rowIds = (result: ReturnType<typeof index.ask>, to: number) =>
          watch.by === 'looks'
            ? result.looks(0, to).map(({ id }) => id)
            : result.people(0, to).map((person) => person.group.id)

        let result = index.ask(query, watch)
        for (const changes of later) {
          const rows = Math.min(many, result.answer.rows)
          const given = rowIds(result, rows)
          for (const made of changes) apply(index, made)
          const next = index.ask(query, watch, { result, rows })
          const list = rowIds(next, 1_000)
          expect(list.slice(0, rows)).toEqual(given)
          expect(list).toHaveLength(next.answer.rows)
          expect(new Set(list).size).toBe(list.length)
          // Nothing that matches is left out, and nothing else but what was given is in.
          const whole = index.ask(query, watch)
          const plain = { ...watch, fold: false }
          const matching = new Set(rowIds(index.ask(query, plain), 1_000))
          const isRun = watch.fold && watch.by === 'looks'
          const covered = next.looks(0, 1_000).reduce((sum, { more = 0 }) => sum + 1 + more, 0)
          expect(isRun ? covered : list.length).toBeGreaterThanOrEqual(matching.size)
          expect([...matching].filter((id) => !isRun && !list.includes(id))).toEqual([])
          expect(list.slice(rows).filter((id) => !matching.has(id))).toEqual([])
          expect(next.answer.counts).toEqual(whole.answer.counts)
          expect(next.answer.looks).toBe(whole.answer.looks)
          result = next
        }
      },
    ),
    { numRuns: 2_000 },
  )
})
