import { expect, test } from 'vitest'
import { createIndexedRows } from '#gallery/indexed-rows.ts'
import { chunkRows } from '#gallery/row-window.ts'

const rowsOf = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

function list(fetch: (from: number, to: number) => Promise<number[]>) {
  const shown: { items: readonly (number | undefined)[]; settled: boolean }[] = []
  const asked: [number, number][] = []
  const rows = createIndexedRows<number>((items, settled) => shown.push({ items, settled }), {
    from: 0,
    to: 60,
  })
  return {
    rows,
    asked,
    newest: () => shown.at(-1),
    update: (count: number) =>
      rows.update(count, (from, to) => {
        asked.push([from, to])
        return fetch(from, to)
      }),
    async settled() {
      await expect.poll(() => shown.at(-1)?.settled).toBe(true)
    },
  }
}

const given = (from: number, to: number) => Promise.resolve(rowsOf(from, to))

test('the first rows come by themselves, and the rest are holes', async () => {
  const { update, settled, newest } = list(given)
  update(10_000)
  expect(newest()).toMatchObject({ settled: false })
  await settled()
  const { items = [] } = newest() ?? {}
  expect(items).toHaveLength(10_000)
  expect(items.slice(0, 60)).toEqual(rowsOf(0, 60))
  expect(items[9_999]).toBeUndefined()
})

test('rows in sight are fetched once, however deep they are', async () => {
  const { rows, asked, update, settled, newest } = list(given)
  update(100_000)
  await settled()
  rows.need(80_000, 80_040)
  rows.need(80_001, 80_041)
  await settled()
  expect(newest()?.items.slice(80_000, 80_040)).toEqual(rowsOf(80_000, 80_040))
  const chunks = asked.map(([from]) => from / chunkRows)
  expect(new Set(chunks).size).toBe(chunks.length)
})

test('a list that was looked through holds no more than a part of it', async () => {
  const { rows, update, settled, newest } = list(given)
  update(20_000)
  for (let at = 0; at < 20_000; at += 60) {
    rows.need(at, at + 60)
    await settled()
  }
  const held = newest()?.items.filter((item) => item !== undefined).length ?? 0
  expect(held).toBeLessThanOrEqual(48 * chunkRows)
  expect(newest()?.items[19_999]).toBe(19_999)
})

test('as the list grows, what came keeps its place, and a chunk that was cut short is filled up', async () => {
  const { update, settled, newest } = list(given)
  update(10)
  await settled()
  update(70)
  expect(newest()?.items.slice(0, 10)).toEqual(rowsOf(0, 10))
  await settled()
  expect(newest()?.items).toEqual(rowsOf(0, 70))
  update(0)
  await settled()
  expect(newest()?.items).toEqual([])
})

test('a list that grows while its first rows are on their way is filled up all the same', async () => {
  const first = Promise.withResolvers<void>()
  let calls = 0
  const { update, settled, newest } = list(async (from, to) => {
    if (calls++ === 0) await first.promise
    return rowsOf(from, to)
  })
  update(10)
  update(40)
  first.resolve()
  await settled()
  expect(newest()?.items).toEqual(rowsOf(0, 40))
})

test('rows that did not come are asked for again when they are needed', async () => {
  let broken = true
  const { rows, update, settled, newest } = list((from, to) =>
    broken ? Promise.reject(new Error('gone')) : given(from, to),
  )
  update(100)
  await Promise.resolve()
  expect(newest()).toMatchObject({ settled: false })
  await expect
    .poll(() => {
      broken = false
      rows.need(0, 60)
      return newest()?.settled
    })
    .toBe(true)
  await settled()
})
