import { expect, test } from 'vitest'
import { parseQuery } from '#search/parse-query.ts'

/** The query's parts in short: `!` without end, `"` in quotes, `-` left out. */
function short(q: string) {
  const { terms, without, scopes } = parseQuery(q)
  const term = ({ words, open, whole }: (typeof terms)[number]) =>
    (whole ? '' : '"') + words.join(' ') + (open ? '…' : '')
  return [
    ...terms.map(term),
    ...without.map((out) => `-${term(out)}`),
    ...scopes.map(({ facet, values, out }) => `${out ? '-' : ''}${facet}=${values.join('|')}`),
  ]
}

test.each([
  ['dante office', ['dante…', 'office…']],
  ['  Dante\tOFFICE  ', ['dante…', 'office…']],
  ['office -suit', ['office…', '-suit']],
  ['-suit', ['-suit']],
  ['"news desk"', ['"news desk']],
  ['"news de', ['"news de…']],
  ['“news desk”', ['"news desk']],
  ['-"news desk" office', ['office…', '-"news desk']],
  ['t-shirt', ['t shirt…']],
  ['café, bar', ['cafe…', 'bar…']],
  ['小雨', ['小 雨…']],
  ['type:photo', ['type=photo']],
  ['TYPE:Photo has:video', ['type=photo', 'has=video']],
  ['-type:photo', ['-type=photo']],
  ['engine:v,iv', ['engine=v|iv']],
  ['place:"meeting room"', ['place=meeting-room']],
  ['place:meeting_room', ['place=meeting-room']],
  ['ori:16:9', ['ori=16-9']],
  ['person:dante office', ['office…', 'group=dante']],
  ['type：photo', ['type=photo']],
  ['type:', []],
  ['-type:', []],
  ['type:""', []],
  ['-', []],
  ['--', []],
  ['""', []],
  ['"', []],
  ['', []],
  ['😀', []],
  ['colour:red', ['colour red…']],
  ['12:30', ['12 30…']],
  ['https://heygen.com', ['https heygen com…']],
  ['a"b c"d', ['a…', '"b c', 'd…']],
  ['.* [a-z]+ (', ['a z…']],
  ['constructor:x __proto__', ['constructor x…', 'proto…']],
])('%j', (q, expected) => {
  expect(short(q)).toEqual(expected)
})

const last = (q: string) => parseQuery(q).terms.map((term) => term.last)

test('the last word is still being typed, until something follows', () => {
  expect(last('dante off')).toEqual([false, true])
  expect(last('dante off ')).toEqual([false, false])
  expect(last('off type:photo')).toEqual([false])
})

const ids = (q: string) => parseQuery(q).terms.map((term) => term.id)

test('ids are looked for from three characters, outside quotes', () => {
  expect(ids('Amelia_ly ab "Amelia_ly"')).toEqual(['amelia_ly', '', ''])
})

test('what is pasted is cut', () => {
  const { terms, without, scopes } = parseQuery('word -no type:photo '.repeat(5_000))
  expect([terms.length, without.length, scopes.length]).toEqual([16, 16, 16])
  expect(parseQuery('x'.repeat(10_000)).terms[0]?.words).toEqual(['x'.repeat(64)])
})
