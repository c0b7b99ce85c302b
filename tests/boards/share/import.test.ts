import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBoard } from '#boards/board.ts'
import { caps, keyOf } from '#boards/register-keys.ts'
import { mergeRegisters, type Registers } from '#boards/register.ts'
import { canReadBack, exportBoardFile, mostFile, readBoardFile, shareFile } from '#boards/share/board-file.ts'
import { mergeSummary } from '#boards/share/merge-summary.ts'
import { readImport } from '#boards/share/read-import.ts'
import { encodeShare, type SharedBoard } from '#boards/share/share-code.ts'
import { histories, noteOf } from '../random-boards.ts'

const now = Date.UTC(2026, 10, 4)
const id = 'board123'
const register = (value: unknown, at = 5000, by = 'ann1') => ({ value, at, by })

const spring: Registers = new Map([
  ['name', register('Spring')],
  ['made', register(5000)],
  ['look:a', register(noteOf('Anna'))],
  ['on:a', register(true)],
  ['at:a', register('a0')],
  ['look:b', register(noteOf('Berta'))],
  ['on:b', register(true)],
  ['at:b', register('a1')],
])
const board = readBoard(id, spring)

test('a file holds the board, whole, and reads as it was', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ([a]) => {
      const registers = a ?? new Map()
      fc.pre(registers.size > 0)
      const file = exportBoardFile(readBoard(id, registers))
      expect(await readBoardFile(file, now)).toEqual({ what: 'board', id, registers })
    }),
    { numRuns: 100 },
  )
})

test('a reply as a file is a reply', async () => {
  const registers = mergeRegisters(spring, new Map([['verdict:ann1:a', register('pick')]]))
  const read = await readBoardFile(shareFile(readBoard(id, registers), 'reply', 'ann1'), now)
  expect(read).toMatchObject({ what: 'reply', id })
  expect(read).toHaveProperty(
    'registers',
    new Map([...registers].filter(([key]) => /^name|^verdict/.test(key))),
  )
})

test('each kind of bad file has its own answer, and an oversized one is never read', async () => {
  const read = (data: unknown) => readBoardFile(new Blob([JSON.stringify(data)]), now)
  const data = JSON.parse(await exportBoardFile(board).text())
  expect(await read({ ...data, schema: 2 })).toBe('newer')
  expect(await read({ ...data, registers: [] })).toBe('empty')
  expect(await read({ ...data, registers: [['name', 'x', now * 2, 'ann1']] })).toBe('ahead')
  for (const other of [null, 7, [], {}, { ...data, lookbook: 'no' }, { ...data, id: '../x' }])
    expect(await read(other)).toBe('broken')
  expect(await readBoardFile(new Blob(['{"lookbook": "boa']), now)).toBe('broken')
  const huge = { size: mostFile + 1, text: () => Promise.reject(new Error('It was read.')) }
  expect(await readBoardFile(huge, now)).toBe('too-large')
  const gone = { size: 10, text: () => Promise.reject(new Error('It is gone.')) }
  expect(await readBoardFile(gone, now)).toBe('broken')
})

test('a board with as many registers as there may be fits into a file, and one beyond is said', async () => {
  const reviewers = Array.from({ length: caps.registers / caps.looks }, (_, index) => `reviewer${index}`)
  const ids = Array.from({ length: caps.looks }, (_, index) => String(index).padStart(32, '0'))
  const full = new Map(
    reviewers.flatMap((who) => ids.map((look) => [keyOf('note', who, look), register('Warm. '.repeat(20))])),
  )
  expect(full.size).toBe(caps.registers)
  const whole = readBoard(id, full)
  expect(canReadBack(whole)).toBe(true)
  expect(await readBoardFile(exportBoardFile(whole), now)).toMatchObject({ what: 'board', id })
  expect(canReadBack(readBoard(id, new Map([...full, ['name', register('Spring')]])))).toBe(false)
  const long = new Map([...full.keys()].map((key) => [key, register('Warm. '.repeat(200))]))
  expect(canReadBack(readBoard(id, long))).toBe(false)
})

test('a link is found in what people paste', async () => {
  const fragment = (await encodeShare(board, 'board', 'ann1')) ?? ''
  const link = `https://lookbook.example.com/r${fragment}`
  const half = Math.floor(link.length / 2)
  for (const pasted of [
    link,
    `  ${link}\n`,
    fragment,
    fragment.slice(1),
    `Here is #3 of the boards: ${link} Regards`,
    `${link.slice(0, half)}\r\n${link.slice(half)}`,
    await exportBoardFile(board).text(),
  ])
    expect(await readImport(pasted, now)).toMatchObject({ id, registers: spring })
  expect(await readImport(exportBoardFile(board), now)).toMatchObject({ id })
  expect(await readImport(link.slice(0, half), now)).toBe('cut')
  for (const nothing of ['', 'https://example.com', 'Spring', '{', '#']) {
    expect(await readImport(nothing, now)).toBe('broken')
  }
  expect(await readImport('x'.repeat(mostFile + 1), now)).toBe('too-large')
})

const shared = (registers: Registers, what: SharedBoard['what'] = 'board'): SharedBoard => ({
  what,
  id,
  registers,
})

test('what merging would do is said before: a new board, changes, nothing, or a review of a board not here', () => {
  expect(mergeSummary(undefined, shared(spring))).toMatchObject({ kind: 'new', name: 'Spring', looks: 2 })
  expect(mergeSummary(board, shared(spring))).toMatchObject({ kind: 'nothing', added: 0, rewritten: false })
  expect(mergeSummary(undefined, shared(spring, 'reply'))).toMatchObject({ kind: 'unknown', name: 'Spring' })
  const changes: Registers = new Map([
    ['name', register('Summer', 6000)],
    ['on:a', register(false, 6000)],
    ['look:c', register(noteOf('Cleo'), 6000)],
    ['on:c', register(true, 6000)],
    ['at:c', register('a2', 6000)],
  ])
  expect(mergeSummary(board, shared(changes))).toMatchObject({
    kind: 'changes',
    name: 'Summer',
    added: 1,
    removed: 1,
    rewritten: true,
    reviewers: [],
  })
  const added = new Map([...changes].filter(([key]) => key.endsWith(':c')))
  expect(mergeSummary(board, shared(added))).toMatchObject({ added: 1, removed: 0, rewritten: false })
})

test('verdicts that come are counted by reviewer, new ones and changed ones apart', () => {
  const before = readBoard(
    id,
    mergeRegisters(
      spring,
      new Map([
        ['verdict:ben2:a', register('pick', 5500, 'ben2')],
        ['verdict:ben2:b', register('maybe', 5500, 'ben2')],
        ['verdict:cyd3:a', register('reject', 5500, 'cyd3')],
      ]),
    ),
  )
  const reply: Registers = new Map([
    ['who:ben2', register('Ben', 6000, 'ben2')],
    ['verdict:ben2:a', register('reject', 6000, 'ben2')],
    ['verdict:ben2:b', register('maybe', 5500, 'ben2')],
    ['score:ben2:c', register(4, 6000, 'ben2')],
    ['duel:ben2:["a","b"]', register('a', 6000, 'ben2')],
    ['submitted:ben2', register(true, 6000, 'ben2')],
  ])
  expect(mergeSummary(before, shared(reply, 'reply')).reviewers).toEqual([
    { id: 'ben2', name: 'Ben', fresh: 1, changed: 1, duels: 1, submits: true },
  ])
})
