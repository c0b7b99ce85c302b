import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapsIn, isWithin, rangeBetween, readRange } from '#gallery/selection/range.ts'

/** A list of which only some rows are known, as after a long scroll, and two rows of it. */
const situation = fc
  .record({
    windows: fc.array(fc.record({ known: fc.boolean(), rows: fc.integer({ min: 1, max: 900 }) }), {
      minLength: 1,
      maxLength: 8,
    }),
    one: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    other: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })
  .map(({ windows, one, other }) => {
    const known = windows.flatMap((window) => Array.from({ length: window.rows }, () => window.known))
    const list = known.map((_, at) => `look-${at}`)
    return {
      list,
      drawn: list.map((id, at) => (known[at] ? id : null)),
      one: Math.floor(one * list.length),
      other: Math.floor(other * list.length),
    }
  })

test('a range over rows with holes is that of the whole list', async () => {
  await fc.assert(
    fc.asyncProperty(situation, async ({ list, drawn, one, other }) => {
      const { from, to } = rangeBetween(one, other)
      const asked: [number, number][] = []
      const { ids, whole } = await readRange(drawn.slice(from, to), from, async (first, last) => {
        asked.push([first, last])
        return list.slice(first, last)
      })
      expect(ids).toEqual(list.filter((_, at) => at >= Math.min(one, other) && at <= Math.max(one, other)))
      expect(whole).toBe(true)
      for (const [first, last] of asked) {
        expect(last - first).toBeLessThanOrEqual(400)
        for (let row = first; row < last; row++) expect(drawn[row]).toBeNull()
      }
      for (const [at] of list.entries()) expect(isWithin(at, { from, to })).toBe(ids.includes(`look-${at}`))
    }),
    { numRuns: 60 },
  )
})

async function readBroken(from: number) {
  if (from === 14) throw new Error('gone')
  return ['b', 'c']
}

test('what cannot be read is left out, and that is said', async () => {
  const known = ['a', null, null, 'd', null]
  expect(gapsIn(known, 10)).toEqual([
    { from: 11, to: 13 },
    { from: 14, to: 15 },
  ])
  expect(await readRange(known, 10, readBroken)).toEqual({ ids: ['a', 'b', 'c', 'd'], whole: false })
  expect(await readRange(known, 10, async () => ['x'])).toEqual({ ids: ['a', 'x', 'd', 'x'], whole: false })
})
