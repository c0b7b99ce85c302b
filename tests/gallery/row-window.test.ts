import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkRows, chunksAround, chunksToDrop } from '#gallery/row-window.ts'

const range = fc
  .tuple(fc.nat(100_000), fc.integer({ min: 1, max: 400 }))
  .map(([from, length]) => ({ from, to: from + length }))

test('every row in sight is in a chunk, the nearest comes first, and none is past the end', () => {
  fc.assert(
    fc.property(range, fc.nat(120_000), ({ from, to }, rows) => {
      const chunks = chunksAround(from, to, rows)
      for (let row = from; row < Math.min(to, rows); row++)
        expect(chunks).toContain(Math.floor(row / chunkRows))
      for (const chunk of chunks) expect(chunk * chunkRows).toBeLessThan(rows)
      expect(new Set(chunks).size).toBe(chunks.length)
      const middle = (from + to) / 2
      const far = chunks.map((chunk) => Math.abs((chunk + 0.5) * chunkRows - middle))
      expect(far).toEqual(far.toSorted((a, b) => a - b))
    }),
  )
})

test('a list without rows needs none', () => {
  expect(chunksAround(0, 60, 0)).toEqual([])
})

test('the chunks farthest away are dropped, however many are held', () => {
  fc.assert(
    fc.property(
      range,
      fc.uniqueArray(fc.nat(2000)),
      fc.integer({ min: 1, max: 50 }),
      ({ from, to }, held, most) => {
        const dropped = new Set(chunksToDrop(held, from, to, most))
        expect(held.length - dropped.size).toBe(Math.min(held.length, most))
        const middle = (from + to) / 2 / chunkRows
        const distance = (chunk: number) => Math.abs(chunk + 0.5 - middle)
        const kept = held.filter((chunk) => !dropped.has(chunk)).map(distance)
        const farthest = Math.max(0, ...kept)
        for (const chunk of dropped) expect(distance(chunk)).toBeGreaterThanOrEqual(farthest)
      },
    ),
  )
})
