import { expect, test } from 'vitest'
import { addLooks, decide, newBoard, setScore, setVerdict } from '#boards/board-edits.ts'
import { readBoard, type Board } from '#boards/board.ts'
import { arrange, countVerdicts, votesOfOthers } from '#boards/page/arrange.ts'
import { readBoardShown, writeBoardShown } from '#boards/page/board-address.ts'
import { candidates, decisionOf } from '#boards/page/decision.ts'
import { extendPicked, nothingPicked, pickedOf, togglePicked } from '#boards/page/picked.ts'
import { mergeRegisters, writeChanges, type Change, type Registers } from '#boards/register.ts'
import { noteOf } from '../random-boards.ts'

function boardWith(...edits: readonly Change[][]): Board {
  let registers: Registers = new Map()
  const read = () => readBoard('board123', registers)
  const looks = ['a', 'b', 'c', 'd'].map((id) => ({ id, note: noteOf(id) }))
  for (const edit of [newBoard('Spring', '', 1), addLooks(read(), looks), ...edits])
    registers = mergeRegisters(registers, writeChanges(registers, edit, 'ann1', 5))
  return read()
}
const ids = (looks: readonly { id: string }[]) => looks.map(({ id }) => id).join('')
const reviewed = boardWith(
  setVerdict('ann1', ['b', 'c'], 'pick'),
  setVerdict('ben2', ['c', 'd'], 'pick'),
  setVerdict('ben2', ['b'], 'reject'),
  setScore('ben2', 'c', 5),
)
const { reviewers } = reviewed
const shown = { verdict: 'all', by: 'ann1', sort: 'order' } as const

test("looks are shown by somebody's verdicts and in an order", () => {
  expect(ids(arrange(reviewed, reviewers, shown))).toBe('abcd')
  expect(ids(arrange(reviewed, reviewers, { ...shown, verdict: 'pick' }))).toBe('bc')
  expect(ids(arrange(reviewed, reviewers, { ...shown, verdict: 'undecided' }))).toBe('ad')
  expect(ids(arrange(reviewed, reviewers, { ...shown, verdict: 'pick', by: 'ben2' }))).toBe('cd')
  expect(ids(arrange(reviewed, reviewers, { ...shown, sort: 'wanted' }))).toBe('cdab')
  expect(ids(arrange(reviewed, reviewers, { ...shown, sort: 'disputed' }))).toBe('bacd')
})

test('somebody whose reviews are hidden has given no verdict', () => {
  const mine = reviewers.filter(({ id }) => id === 'ann1')
  expect(arrange(reviewed, mine, { ...shown, verdict: 'pick', by: 'ben2' })).toEqual([])
  expect(votesOfOthers(reviewed, mine, 'ann1').get('c')).toEqual({
    pick: 0,
    maybe: 0,
    reject: 0,
    undecided: 0,
  })
})

test('verdicts are counted, for one who has said nothing too', () => {
  expect(countVerdicts(reviewed, 'ann1')).toEqual({ all: 4, pick: 2, maybe: 0, reject: 0, undecided: 2 })
  expect(countVerdicts(reviewed, 'nobody')).toMatchObject({ all: 4, undecided: 4 })
  expect(votesOfOthers(reviewed, reviewers, 'ann1').get('b')).toMatchObject({ pick: 0, reject: 1 })
})

test('the address says what is shown, without defaults, and reads nonsense as the default', () => {
  const all = { view: 'looks', verdict: 'all', sort: 'order', by: null } as const
  expect(writeBoardShown(all)).toBe('')
  const other = { view: 'reviews', verdict: 'pick', sort: 'disputed', by: 'ben2' } as const
  expect(readBoardShown(new URLSearchParams(writeBoardShown(other)))).toEqual(other)
  expect(readBoardShown(new URLSearchParams('view=x&verdict=constructor&sort=&by='))).toEqual(all)
})

test('my picks are chosen at first, and what others picked came close', () => {
  const first = candidates(reviewed, reviewers, 'ann1')
  expect(first.map(({ look, choice }) => `${look.id} ${choice}`)).toEqual([
    'c chosen',
    'b chosen',
    'd runnerUp',
    'a neither',
  ])
  const choices = new Map([['b', 'neither']] as const)
  expect(decisionOf(first, choices, 'Warm', 'Ann')).toEqual({
    chosen: ['c'],
    runnersUp: ['d'],
    note: 'Warm',
    by: 'Ann',
  })
})

test('without picks of mine the most wanted look is chosen, and nothing where nobody wants any', () => {
  expect(candidates(reviewed, reviewers, 'cyd3')[0]).toMatchObject({ look: { id: 'c' }, choice: 'chosen' })
  const untouched = candidates(boardWith(), [], 'ann1')
  expect(untouched.every(({ choice }) => choice === 'neither')).toBe(true)
})

test('a decision is changed from what was decided', () => {
  const board = boardWith(decide({ chosen: ['d'], runnersUp: ['a'], note: '', by: '' }))
  expect(candidates(board, board.reviewers, 'ann1').slice(0, 2)).toMatchObject([
    { look: { id: 'd' }, choice: 'chosen' },
    { look: { id: 'a' }, choice: 'runnerUp' },
  ])
})

test('a selection is toggled, extended as shown, and given in the order of the board', () => {
  const { looks } = reviewed
  const one = togglePicked(nothingPicked, 'd')
  expect(pickedOf(extendPicked(one, 'b', looks), looks).join('')).toBe('bcd')
  expect(pickedOf(togglePicked(one, 'd'), looks)).toEqual([])
  expect(pickedOf(extendPicked(nothingPicked, 'c', looks), looks)).toEqual(['c'])
  const hidden = looks.filter(({ id }) => id !== 'c')
  expect(pickedOf(extendPicked(one, 'b', hidden), looks).join('')).toBe('bd')
})
