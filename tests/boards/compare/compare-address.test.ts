import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { backdrops, paneFrames, readCompare, writeCompare } from '#boards/compare/compare-address.ts'

test('an address says looks, frame and background; defaults are left out', () => {
  expect(readCompare('?ids=a,b&frame=16:9&bg=white&board=board123')).toEqual({
    ids: ['a', 'b'],
    board: 'board123',
    frame: '16:9',
    backdrop: 'white',
  })
  expect(writeCompare({ ids: ['a', 'b'], board: null, frame: 'own', backdrop: 'app' })).toBe('?ids=a,b')
})

test('a look that is named twice counts once, and bad values read as the defaults', () => {
  expect(readCompare('?ids=a,,a, b&frame=4:3&bg=red&board=')).toEqual({
    ids: ['a', 'b'],
    board: null,
    frame: 'own',
    backdrop: 'app',
  })
  expect(readCompare('')).toEqual({ ids: [], board: null, frame: 'own', backdrop: 'app' })
})

test('what is written is read again', () => {
  const id = fc.string({ minLength: 1 }).filter((text) => !text.includes(',') && text.trim() === text)
  fc.assert(
    fc.property(
      fc.uniqueArray(id, { maxLength: 8 }),
      fc.constantFrom(...paneFrames),
      fc.constantFrom(...backdrops),
      fc.option(fc.string({ minLength: 1 })),
      (ids, frame, backdrop, board) => {
        const address = { ids, board, frame, backdrop }
        expect(readCompare(writeCompare(address))).toEqual(address)
      },
    ),
  )
})
