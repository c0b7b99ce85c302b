import * as fc from 'fast-check'
import * as edits from '#boards/board-edits.ts'
import { readBoard } from '#boards/board.ts'
import { verdicts, type LookNote } from '#boards/register-keys.ts'
import { mergeRegisters, writeChanges, type Change, type Registers } from '#boards/register.ts'

export const noteOf = (name: string, group: string | null = null): LookNote => ({
  name,
  type: 'photo_avatar',
  group,
  person: null,
  width: 720,
  height: 900,
  from: '',
})

type Edit = (registers: Registers) => readonly Change[]

const look = fc.constantFrom('a', 'b', 'c:d', 'e"f', '__proto__', 'ü')
const reviewer = fc.constantFrom('ann1', 'ben2', 'cyd3')
const boardOf = (registers: Registers) => readBoard('board123', registers)

/** An edit of any kind, made on the board as it is by then. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(look, fc.constantFrom('g1', 'g2', null)).map(
    ([id, group]) =>
      (on: Registers) =>
        edits.addLooks(boardOf(on), [{ id, note: noteOf(`Look ${id}`, group) }]),
  ),
  look.map((id) => () => edits.removeLooks([id])),
  fc.tuple(look, fc.option(look)).map(([id, before]) => (on: Registers) => {
    const board = boardOf(on)
    return board.looks.some((one) => one.id === id) ? edits.moveLooks(board, [id], before) : []
  }),
  fc.tuple(reviewer, look, fc.constantFrom(...verdicts)).map(
    ([who, id, verdict]) =>
      () =>
        edits.setVerdict(who, [id], verdict),
  ),
  fc.tuple(reviewer, look, fc.constantFrom(1, 3, 5, null)).map(
    ([who, id, score]) =>
      () =>
        edits.setScore(who, id, score),
  ),
  fc.tuple(reviewer, look, fc.string({ maxLength: 5 })).map(
    ([who, id, note]) =>
      () =>
        edits.setNote(who, id, note),
  ),
  fc.tuple(reviewer, look, look).map(
    ([who, a, b]) =>
      () =>
        a === b ? [] : edits.setDuel(who, a, b, a),
  ),
  fc.string({ maxLength: 8 }).map((name) => (): Change[] => [['name', name]]),
  fc.tuple(reviewer, look).map(
    ([who, id]) =>
      (on: Registers) =>
        edits.pickOfPerson(boardOf(on), who, id),
  ),
  fc.tuple(reviewer, fc.boolean()).map(
    ([who, done]) =>
      () =>
        edits.submitReview(who, done),
  ),
)

const step = fc.record({
  who: fc.nat(2),
  edit,
  merge: fc.option(fc.nat(2), { freq: 3 }),
  clock: fc.integer({ min: -3, max: 3 }),
})

/** Three people's copies of one board, edited apart and now and then merged: each ends in a state of its own. */
export const histories = fc.array(step, { maxLength: 40 }).map((steps) => {
  const copies: Registers[] = [new Map(), new Map(), new Map()]
  let now = 1000
  for (const { who, edit: make, merge, clock } of steps) {
    now += clock
    const copy = copies[who] ?? new Map()
    const edited = mergeRegisters(copy, writeChanges(copy, make(copy), `by${who}`, now))
    copies[who] = merge === null ? edited : mergeRegisters(edited, copies[merge] ?? new Map())
  }
  return copies
})
