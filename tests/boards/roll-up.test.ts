import { expect, test } from 'vitest'
import { addLooks, nameReviewer, setScore, setVerdict, submitReview } from '#boards/board-edits.ts'
import { readBoard } from '#boards/board.ts'
import { mergeRegisters, writeChanges, type Change, type Registers } from '#boards/register.ts'
import { mostDisputed, mostWanted, rollUp, visibleReviewers } from '#boards/roll-up.ts'
import { noteOf } from './random-boards.ts'

function boardOf(...edits: Change[][]) {
  let registers: Registers = new Map()
  const first = ['a', 'b', 'c', 'd'].map((id) => ({ id, note: noteOf(id) }))
  for (const changes of [addLooks(readBoard('b', registers), first), ...edits])
    registers = mergeRegisters(registers, writeChanges(registers, changes, 'x', 1))
  return readBoard('b', registers)
}

const ids = (rows: readonly { look: { id: string } }[]) => rows.map(({ look }) => look.id)

test('votes, mean scores and disputes are counted a look, most disputed first', () => {
  const board = boardOf(
    setVerdict('ann1', ['a', 'b'], 'pick'),
    setVerdict('ben2', ['a'], 'reject'),
    setVerdict('ben2', ['b'], 'maybe'),
    setScore('ann1', 'c', 5),
    setScore('ben2', 'c', 4),
  )
  const rows = rollUp(board, board.reviewers)
  expect(
    rows.map(({ votes: { pick, maybe, reject, undecided } }) => [pick, maybe, reject, undecided]),
  ).toEqual([
    [1, 0, 1, 0],
    [1, 1, 0, 0],
    [0, 0, 0, 2],
    [0, 0, 0, 2],
  ])
  expect(rows.map(({ meanScore }) => meanScore)).toEqual([null, null, 4.5, null])
  expect(rows.map(({ dispute }) => dispute)).toEqual([1, 0.25, 0.0625, 0])
  expect(ids(mostDisputed(rows))).toEqual(['a', 'b', 'c', 'd'])
  expect(ids(mostWanted(rows))).toEqual(['b', 'c', 'a', 'd'])
  expect(rows.map(({ reviews }) => reviews.length)).toEqual([2, 2, 2, 0])
})

test('on a blind board nobody sees the others before they have submitted', () => {
  const open = boardOf(nameReviewer('ann1', 'Ann'), nameReviewer('ben2', 'Ben'), nameReviewer('cyd3', 'Cyd'))
  const seen = (board: typeof open, me: string) => visibleReviewers(board, me).map(({ id }) => id)
  expect(seen(open, 'ann1')).toEqual(['ann1', 'ben2', 'cyd3'])
  const blind = boardOf(
    nameReviewer('ann1', 'Ann'),
    nameReviewer('ben2', 'Ben'),
    nameReviewer('cyd3', 'Cyd'),
    [['blind', true]],
    submitReview('ben2', true),
  )
  expect(seen(blind, 'ann1')).toEqual(['ann1'])
  expect(seen(blind, 'ben2')).toEqual(['ben2'])
  const two = boardOf(
    [['blind', true]],
    submitReview('ann1', true),
    submitReview('ben2', true),
    nameReviewer('cyd3', 'C'),
  )
  expect(seen(two, 'ann1')).toEqual(['ann1', 'ben2'])
  expect(seen(two, 'cyd3')).toEqual(['cyd3'])
  expect(seen(two, 'nobody')).toEqual([])
})
