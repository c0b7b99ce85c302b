import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBoard } from '#boards/board.ts'
import { boardData, decisionData } from '#boards/export/board-data.ts'
import { boardTable } from '#boards/export/board-table.ts'
import { decisionMarkdown } from '#boards/export/decision-record.ts'
import { looksTable } from '#boards/export/exported-looks.ts'
import { markdownText } from '#boards/export/markdown.ts'
import type { Registers } from '#boards/register.ts'
import { noteOf } from '../random-boards.ts'

const at = Date.UTC(2026, 4, 12, 9)
const register = (value: unknown, by = 'ann1') => ({ value, at, by })

const registers: Registers = new Map([
  ['name', register('Spring *release*')],
  ['brief', register('Calm.\n# Not a heading')],
  [
    'look:a',
    register({ ...noteOf('Anna [office](https://evil.example)'), person: 'Anna', from: 'gender=female' }),
  ],
  ['on:a', register(true)],
  ['at:a', register('a0')],
  ['look:b', register(noteOf(''))],
  ['on:b', register(true)],
  ['at:b', register('a1')],
  ['who:ben2', register('Ben', 'ben2')],
  ['verdict:ann1:a', register('pick')],
  ['score:ann1:a', register(4)],
  ['note:ann1:a', register('Warm <b>')],
  ['verdict:ben2:a', register('reject', 'ben2')],
  ['verdict:ben2:b', register('maybe', 'ben2')],
  ['decision', register({ chosen: ['a'], runnersUp: ['b'], note: 'She is calm.', by: 'Ann' })],
])
const board = readBoard('board123', registers)
const blind = readBoard('board123', new Map([...registers, ['blind', register(true)]]))

test('the table has a row for each look: its facts, mine, everyone’s, and all together', () => {
  expect(boardTable(board, 'ann1').map((row) => row.join('; '))).toEqual([
    'Position; Id; Name; Person; Type; Size; My verdict; My score; My note; Ben: verdict; Ben: score; Ben: note; ' +
      'Picks; Maybes; Rejects; Undecided; Mean score; Dispute; Chosen; Found with',
    '1; a; Anna [office](https://evil.example); Anna; Photo; 720 × 900; Pick; 4; Warm <b>; Reject; ; ; ' +
      '1; 0; 1; 0; 4; 1; yes; gender=female',
    '2; b; ; ; Photo; 720 × 900; Undecided; ; ; Maybe; ; ; 0; 1; 0; 1; ; 0; runner-up; ',
  ])
})

test('of a blind board nothing that is hidden leaves in an export', () => {
  expect(boardTable(blind, 'ann1')[0]).not.toContain('Ben: verdict')
  expect(JSON.stringify(boardData(blind, 'ann1'))).not.toContain('Ben')
  expect(JSON.stringify(decisionData(blind, 'ann1'))).not.toContain('Ben')
  expect(JSON.stringify(boardData(board, 'ann1'))).toContain('Ben')
})

test('a selection is a table too', () => {
  expect(looksTable([{ id: 'x', note: noteOf('Xenia') }])).toEqual([
    ['Position', 'Id', 'Name', 'Person', 'Type', 'Size', 'Found with'],
    ['1', 'x', 'Xenia', '', 'Photo', '720 × 900', ''],
  ])
})

test('the decision is a page: what, why, who, from what', () => {
  const data = decisionData(board, 'ann1')
  expect(data && decisionMarkdown(data)).toBe(String.raw`# Decision: Spring \*release\*

Decided May 12, 2026 by Ann.
Out of 2 looks, reviewed by 2 people.

## Brief

> Calm.
> \# Not a heading

## Chosen

- **Anna \[office\](https\://evil.example)**, Anna (${'`a`'}): 1 pick, 1 reject, mean 4

## Runners-up

- **No name** (${'`b`'}): 1 maybe, 1 undecided

## Why

> She is calm.

## Notes

- Anna \[office\](https\://evil.example), Reviewer 1: Warm \<b\>

## Filters used

- gender=female
`)
  expect(decisionData(readBoard('board123', new Map()), 'ann1')).toBeNull()
})

test('no text of people’s makes Markdown', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>#|~&!@:/.w1-+=\n a'.split('')) }),
      (value) => {
        const shown = markdownText(value)
        expect(shown).not.toMatch(/[\n\r]/)
        // Every mark has an odd number of backslashes before it.
        expect(shown.replaceAll(/\\[!-/:-@[-`{-~]/g, '·')).not.toMatch(
          /[\\`*_{}[\]<>#|~&!@]|:\/\/|www\.|^\d+[.)]|^[-+=]/i,
        )
      },
    ),
    { numRuns: 2000 },
  )
})
