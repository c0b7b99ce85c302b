import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeBefore, type Placed } from '#boards/order.ts'

const sorted = (looks: readonly Placed[]) =>
  looks.toSorted((a, b) =>
    a.position < b.position ? -1 : a.position > b.position ? 1 : a.id < b.id ? -1 : 1,
  )

function apply(looks: readonly Placed[], places: [string, string][]): Placed[] {
  const by = new Map(looks.map((look) => [look.id, look]))
  for (const [id, position] of places) by.set(id, { id, position })
  return sorted([...by.values()])
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f']

test('any moves give the order that a plain list gives, from any positions', () => {
  const position = fc.oneof(
    fc.constantFrom('a0', 'a1', 'a0V', 'zzzz', '0'),
    fc.stringMatching(/^[0-9A-Za-z]{1,6}$/),
  )
  const move = fc.record({
    moved: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
    before: fc.option(fc.constantFrom(...ids)),
  })
  fc.assert(
    fc.property(
      fc.array(position, { minLength: 6, maxLength: 6 }),
      fc.array(move, { maxLength: 30 }),
      (positions, moves) => {
        let looks = sorted(ids.map((id, index) => ({ id, position: positions[index] ?? '' })))
        let plain = looks.map(({ id }) => id)
        for (const { moved, before } of moves) {
          looks = apply(looks, placeBefore(looks, moved, before))
          const rest = plain.filter((id) => !moved.includes(id))
          const at = before === null ? -1 : rest.indexOf(before)
          plain = at < 0 ? [...rest, ...moved] : [...rest.slice(0, at), ...moved, ...rest.slice(at)]
          expect(looks.map(({ id }) => id)).toEqual(plain)
        }
      },
    ),
  )
})

test('a gap that is used again and again does not make positions grow without end', () => {
  let looks: Placed[] = apply([], placeBefore([], ['a', 'b', 'c'], null))
  for (let turn = 0; turn < 2000; turn++) {
    const last = looks.at(-1)?.id ?? ''
    looks = apply(looks, placeBefore(looks, [last], looks[1]?.id ?? null))
  }
  expect(Math.max(...looks.map(({ position }) => position.length))).toBeLessThanOrEqual(60)
})

test('what is not moved keeps its position where there is room', () => {
  const looks = apply([], placeBefore([], ids, null))
  expect(placeBefore(looks, ['f'], 'a').map(([id]) => id)).toEqual(['f'])
})
