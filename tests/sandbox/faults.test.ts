import { expect, test, vi } from 'vitest'
import { createFaultSequence, parseFaults } from '#sandbox/faults.ts'
import { createSandbox } from '#sandbox/sandbox.ts'
import { readAll, readList, readRefusal } from './read.ts'

const looksPath = '/v3/avatars/looks'
const faulty = (text: string, looks?: number) =>
  createSandbox({ faults: parseFaults(text), ...(looks === undefined ? {} : { looks }) })

test('a fault list is read with its chances', () => {
  expect(parseFaults(' 429:0.1, slow:.2 ,html,')).toEqual([
    { kind: 429, chance: 0.1 },
    { kind: 'slow', chance: 0.2 },
    { kind: 'html', chance: 1 },
  ])
})

test.each(['429:2', '429:', '429:x', '429:0.1:0.2', '200', '42', 'flood'])(
  'the fault %s is refused',
  (text) => {
    expect(() => parseFaults(text)).toThrow(`"${text.split(':')[0]}`)
  },
)

const draw = () => Array.from({ length: 1000 }, createFaultSequence(parseFaults('429:0.1,500:0.05')))

test('faults come as often as asked, in the same order every time', () => {
  const kinds = draw()
  expect(draw()).toEqual(kinds)
  expect(kinds.filter((kind) => kind === 429).length).toBeGreaterThan(70)
  expect(kinds.filter((kind) => kind === 429).length).toBeLessThan(130)
  expect(kinds.filter((kind) => kind === 500).length).toBeGreaterThan(25)
})

test.each([
  ['401', 'unauthorized'],
  ['429', 'rate_limit_exceeded'],
  ['500', 'internal_error'],
])('%s comes with its code', async (text, code) => {
  expect(await readRefusal(faulty(text), looksPath)).toMatchObject({ status: Number(text), code })
})

test('429 says when to come back', async () => {
  expect((await faulty('429').request(looksPath)).headers.get('retry-after')).toBe('1')
})

const textOf = async (text: string) => {
  const response = await faulty(text).request(looksPath)
  expect(response.status).toBe(200)
  return response.text()
}

test('html, cut and error-200 are successes without data', async () => {
  expect(await textOf('html')).toMatch(/^<!doctype html>/)
  const cut = await textOf('cut')
  expect(cut).toMatch(/^\{"data":\[\{/)
  expect(() => JSON.parse(cut)).toThrow(SyntaxError)
  expect(JSON.parse(await textOf('error-200'))).toMatchObject({ error: { code: 'internal_error' } })
})

test('reset breaks off in the middle of the body', async () => {
  const response = await faulty('reset').request(looksPath)
  await expect(response.text()).rejects.toThrow('connection reset')
})

test('empty pages lead on to the rest', async () => {
  const all = await readAll(createSandbox(), looksPath, 10)
  const sandbox = faulty('empty:0.3')
  expect(await readAll(sandbox, looksPath, 10)).toEqual(all)
  const never = faulty('empty')
  const first = await readList(never, looksPath)
  const second = await readList(never, `${looksPath}?token=${first.next_token}`)
  expect([first.data, second.data]).toEqual([[], []])
  expect(second.next_token).not.toBe(first.next_token)
})

test('token-loop leads back to the same page', async () => {
  const sandbox = faulty('token-loop')
  const first = await readList(sandbox, looksPath)
  const second = await readList(sandbox, `${looksPath}?token=${first.next_token}`)
  expect(second).toEqual(first)
})

test('no-token says that there is more and not where', async () => {
  expect(await readList(faulty('no-token'), looksPath)).toMatchObject({ has_more: true, next_token: null })
})

test('overlap brings the last row again', async () => {
  const rows = await readAll(faulty('overlap'), looksPath)
  const ids = rows.map(({ id }) => id)
  expect(new Set(ids).size).toBe(112)
  expect(ids).toHaveLength(114)
})

test('window refuses cursors past 10,000 rows', async () => {
  const sandbox = faulty('window', 10_100)
  let token = ''
  for (let i = 0; i < 200; i++)
    token = `&token=${(await readList(sandbox, `${looksPath}?limit=50${token}`)).next_token}`
  expect(await readRefusal(sandbox, `${looksPath}?limit=50${token}`)).toMatchObject({ status: 400 })
})

test('slow and latency add up', async () => {
  vi.useFakeTimers()
  try {
    const sandbox = createSandbox({ latencyMs: 500, faults: parseFaults('slow') })
    let status = 0
    const answer = Promise.resolve(sandbox.request(looksPath)).then((response) => (status = response.status))
    await vi.advanceTimersByTimeAsync(3499)
    expect(status).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    await answer
    expect(status).toBe(200)
  } finally {
    vi.useRealTimers()
  }
})
