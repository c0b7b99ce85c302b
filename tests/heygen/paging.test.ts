import { expect, test } from 'vitest'
import { HeygenHttpError } from '#heygen/errors.ts'
import { readPage, walkPages, type Page } from '#heygen/paging.ts'

const page = (items: number[], next: string | null, cut = false): Page<number> => ({
  items,
  skipped: 0,
  next,
  cut,
})

async function walk(pages: Record<string, Page<number> | Error>) {
  const asked: (string | undefined)[] = []
  const items: number[] = []
  let cut = false
  const walked = walkPages(async (token) => {
    asked.push(token)
    const answer = pages[token ?? 'start']
    if (!answer) throw new Error(`no page at ${token}`)
    if (answer instanceof Error) throw answer
    return answer
  })
  for await (const one of walked) {
    items.push(...one.items)
    cut ||= one.cut
  }
  return { asked, items, cut }
}

test('walks to the end, each token once', async () => {
  expect(await walk({ start: page([1, 2], 'a'), a: page([3], 'b'), b: page([4], null) })).toEqual({
    asked: [undefined, 'a', 'b'],
    items: [1, 2, 3, 4],
    cut: false,
  })
})

test('ends at a token that comes again, and says so', async () => {
  const pages = { start: page([1], 'a'), a: page([2], 'b'), b: page([3], 'a') }
  expect(await walk(pages)).toEqual({ asked: [undefined, 'a', 'b'], items: [1, 2, 3], cut: true })
})

test('passes over empty pages, but not for ever', async () => {
  expect(await walk({ start: page([1], 'a'), a: page([], 'b'), b: page([2], null) })).toMatchObject({
    items: [1, 2],
    cut: false,
  })
  const empty = { start: page([1], 'a'), a: page([], 'b'), b: page([], 'c'), c: page([], 'd') }
  expect(await walk(empty)).toEqual({ asked: [undefined, 'a', 'b', 'c'], items: [1], cut: true })
})

test('a 400 in the middle is the end of a listing that was cut', async () => {
  const late = new HeygenHttpError('GET x', 400, { code: 'invalid_parameter', message: 'token' }, {})
  expect(await walk({ start: page([1], 'a'), a: late })).toMatchObject({ items: [1], cut: true })
})

test('a 400 on the first page, and any other error later, is an error', async () => {
  const refused = new HeygenHttpError('GET x', 400, { code: 'invalid_parameter', message: 'limit' }, {})
  const broken = new HeygenHttpError('GET x', 502, { code: 'bad_gateway', message: 'x' }, {})
  await expect(walk({ start: refused })).rejects.toBe(refused)
  await expect(walk({ start: page([1], 'a'), a: broken })).rejects.toBe(broken)
})

test('one page knows the tokens that came before it', async () => {
  const again = await readPage(async () => page([5], 'a'), 'b', [undefined, 'a'])
  expect(again).toEqual({ items: [5], skipped: 0, next: null, cut: true })
})
