import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexSandbox } from './sandbox-catalogue.ts'

const index = indexSandbox(25_000)
const options = { by: 'looks', fold: true } as const
const ask = (q: string) => index.ask({ q, picks: {} }, options)

// By the processor's clock, and the best of three: other tests run at the same time.
function millisecondsFor(q: string): number {
  const runs = [0, 1, 2].map((run) => {
    const before = process.threadCpuUsage()
    ask(`${q}${' '.repeat(run)}`).looks(0, 60)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...runs)
}

ask('warm up').looks(0, 60)

test.each([
  ['nothing', ''],
  ['spaces', ' \t\n\u3000 '],
  ['a long word', 'x'.repeat(10_000)],
  ['many words', 'office suit a the woman '.repeat(420)],
  ['many different words', Array.from({ length: 2_000 }, (_, i) => `w${i.toString(36)}o`).join(' ')],
  ['many slips', 'ofice kichen garrden preseter storrytelling blezer profesional turtlenek '.repeat(140)],
  ['many phrases', '"a woman in a" '.repeat(700)],
  ['many exclusions', '-a -the -in -at -suit '.repeat(500)],
  ['many scopes', 'place:office,kitchen -wear:suit '.repeat(350)],
  ['quotes alone', '"'.repeat(10_000)],
  ['hyphens alone', '-'.repeat(10_000)],
  ['a hyphenated word', 'a-'.repeat(5_000)],
  ['colons alone', ':'.repeat(10_000)],
  ['spaces alone', ' '.repeat(10_000)],
  ['a regular expression', '(.*+?)+$^[a-z]{1,}|\\d+(?=x)'],
  ['a pathological one', '(a+)+$'.repeat(1_600)],
  ['emoji', '😀👩‍👩‍👧‍👦🇩🇪'.repeat(300)],
  ['right to left', 'שירה '.repeat(1_000)],
  ['marks on a letter', `a${'\u0301'.repeat(9_999)}`],
  ['marks alone', '\u0301'.repeat(10_000)],
  ['lone surrogates', '\ud800\udfff\udc00 '.repeat(2_500)],
  ['Chinese', '小雨在办公室里'.repeat(1_400)],
  ['ligatures that grow', '\ufdfa'.repeat(10_000)],
  ['nul', '\0'.repeat(10_000)],
  ['constructor', 'constructor'],
  ['__proto__', '__proto__ type:__proto__ place:constructor toString:valueOf'],
  ['markup', '<script>alert(1)</script>'],
])('%s is answered within 50 ms', (_, q) => {
  expect(millisecondsFor(q)).toBeLessThan(50)
})

test('picks of values that are nobody’s find nothing, and break nothing', () => {
  for (const value of ['constructor', '__proto__', '', '-', '\ud800', 'x'.repeat(10_000)])
    for (const name of ['type', 'group', 'place', 'engine'] as const)
      expect(index.ask({ q: '', picks: { [name]: [value, `-${value}x`] } }, options).answer.looks).toBe(
        name === 'type' && value === '-' ? index.looks : name !== 'type' && value === '-' ? index.looks : 0,
      )
})

test('any text is answered, twice the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (q) => {
      const result = ask(q)
      const ids = result.looks(0, 20).map(({ id }) => id)
      expect(ask('other').answer.looks).toBe(0)
      expect(
        ask(q)
          .looks(0, 20)
          .map(({ id }) => id),
      ).toEqual(ids)
      expect(result.answer.looks).toBeLessThanOrEqual(index.looks)
    }),
    { numRuns: 200 },
  )
})

test('rows beyond either end are left out', () => {
  const result = ask('')
  expect(result.looks(-5, 2)).toHaveLength(2)
  expect(result.looks(result.answer.rows - 1, result.answer.rows + 50)).toHaveLength(1)
  expect(result.looks(5, 2)).toEqual([])
})
