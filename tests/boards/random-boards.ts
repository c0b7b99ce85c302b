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

const lookIds = ['a', 'b', 'c:d', 'e"f', '__proto__', 'ü']
const id = fc.constantFrom(...lookIds)
const reviewer = fc.constantFrom('ann1', 'ben2', 'cyd3')

/** An edit of any kind, on the board as it is by then. */
const edit = fc.oneof(
  fc.tuple(fc.constant('add' as const), id, fc.constantFrom('g1', 'g2', null)),
  fc.tuple(fc.constant('remove' as const), id),
  fc.tuple(fc.constant('move' as const), id, fc.option(id)),
  fc.tuple(fc.constant('verdict' as const), reviewer, id, fc.constantFrom(...verdicts)),
  fc.tuple(fc.constant('score' as const), reviewer, id, fc.constantFrom(1, 3, 5, null)),
  fc.tuple(fc.constant('note' as const), reviewer, id, fc.string({ maxLength: 5 })),
  fc.tuple(fc.constant('duel' as const), reviewer, id, id),
  fc.tuple(fc.constant('name' as const), fc.string({ maxLength: 8 })),
  fc.tuple(fc.constant('person' as const), reviewer, id),
  fc.tuple(fc.constant('submit' as const), reviewer, fc.boolean()),
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

export function changesOf(registers: Registers, [kind, ...rest]: Edit): Change[] {
  const board = readBoard('board123', registers)
  const [first, second, third] = rest
  switch (kind) {
    case 'add':
      return edits.addLooks(board, [
        { id: String(first), note: noteOf(`Look ${first}`, (second as string) ?? null) },
      ])
    case 'remove':
      return edits.removeLooks([String(first)])
    case 'move':
      return board.looks.some((look) => look.id === first)
        ? edits.moveLooks(board, [String(first)], (second as string | null | undefined) ?? null)
        : []
    case 'verdict':
      return edits.setVerdict(String(first), [String(second)], third as (typeof verdicts)[number])
    case 'score':
      return edits.setScore(String(first), String(second), third as number | null)
    case 'note':
      return edits.setNote(String(first), String(second), String(third))
    case 'duel':
      return second === third
        ? []
        : edits.setDuel(String(first), String(second), String(third), String(second))
    case 'name':
      return [['name', String(first)]]
    case 'person':
      return edits.pickOfPerson(board, String(first), String(second))
    case 'submit':
      return edits.submitReview(String(first), second === true)
  }
}

/** Several people's copies of one board, edited apart and now and then merged: each ends in a state of its own. */
export const histories = fc
  .array(
    fc.record({
      who: fc.nat(2),
      edit,
      merge: fc.option(fc.nat(2), { freq: 3 }),
      clock: fc.integer({ min: -3, max: 3 }),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    const copies: Registers[] = [new Map(), new Map(), new Map()]
    let now = 1000
    for (const { who, edit: one, merge, clock } of steps) {
      now += clock
      const copy = copies[who] ?? new Map()
      const fresh = writeChanges(copy, changesOf(copy, one), `by${who}`, now)
      copies[who] = mergeRegisters(copy, fresh)
      if (merge !== null) copies[who] = mergeRegisters(copies[who], copies[merge] ?? new Map())
    }
    return copies
  })
