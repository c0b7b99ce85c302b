import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tableOf } from './markdown-table.ts'

// The table of tests/server/asvs.md is about tests and documents that are there, and its figures are its own.

const page = readFileSync('tests/server/asvs.md', 'utf8')

const rowsOf = (heading: string) => tableOf(page, heading)

const met = rowsOf('Met')
const missed = rowsOf('Not met')

const countOf = (rows: string[][], level: string) => rows.filter((row) => row[1] === level).length

/** The tests that a row names, as file and name. */
const testsOf = (cell = '') =>
  cell.split('<br>').map((part) => {
    const [, file = '', name = ''] = /^`(tests\/[\w./-]+\.(?:test|spec)\.tsx?)`: (.+)$/.exec(part) ?? []
    return { part, file, name }
  })

/** Whether a file has a test of that name, or of that pattern of names. */
const hasTest = (text: string, name: string) =>
  ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`))

test('every row has an id, a level and words, and none is there twice', () => {
  expect(met.length).toBeGreaterThan(100)
  const ids = [...met, ...missed].map(([id]) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  for (const row of [...met, ...missed]) {
    const [id, level, ...words] = row
    expect(id).toMatch(/^(?:[1-9]|1[0-7])\.\d{1,2}\.\d{1,2}$/)
    expect(level).toMatch(/^[12]$/)
    expect(words.every((text) => text.length > 3)).toBe(true)
  }
  expect(new Set(met.map((row) => row.length))).toEqual(new Set([5]))
  expect(new Set(missed.map((row) => row.length))).toEqual(new Set([4]))
})

/** How many requirements each section has at levels 1 and 2, which come first in each. */
const sections =
  '1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2'

test('every requirement of both levels is met, not met, or said not to apply, and only one of these', () => {
  const all = sections.split(' ').flatMap((section) => {
    const [name = '', count] = section.split(':')
    return Array.from({ length: Number(count) }, (_, at) => `${name}.${at + 1}`)
  })
  // 70 of level 1 and 183 of level 2.
  expect(all).toHaveLength(253)
  const rows = new Set([...met, ...missed].map(([id]) => id))
  const [, list = ''] = page.split('## Does not apply')
  const apart = [...list.matchAll(/^- ([\d., ]+(?: to [\d.]+)?[^:]*):/gm)].flatMap(([, names = '']) => {
    const [given = '', kept = ''] = names.split(' but for ')
    return given.split(', ').flatMap((part) => {
      const [from = '', to] = part.split(' to ')
      const first = all.indexOf(from)
      const covered =
        to === undefined
          ? all.filter((id) => `${id}.`.startsWith(`${from}.`))
          : all.slice(first, all.indexOf(to) + 1)
      if (covered.length === 0) throw new Error(`${part} is no requirement.`)
      return covered.filter((id) => id !== kept)
    })
  })
  expect(apart.filter((id, at) => rows.has(id) || apart.indexOf(id) !== at)).toEqual([])
  expect(all.filter((id) => !rows.has(id) && !apart.includes(id))).toEqual([])
  expect([...rows].filter((id) => !all.includes(id ?? ''))).toEqual([])
})

test('the counts at the head are those of the table', () => {
  const [one, two] = ['1', '2'].map(
    (level) => `${countOf(met, level)} of ${countOf(met, level) + countOf(missed, level)} met`,
  )
  expect(page).toContain(`\nApplicable at level 1: ${one}. Level 2: ${two}.\n`)
})

test('every test that is named is there', () => {
  const named = met.flatMap(([id, , , , cell]) =>
    testsOf(cell).map(({ part, file, name }) => ({ id, part, file, name })),
  )
  const missing = named.filter(({ file, name }) => {
    if (file === '' || name === '') return true
    try {
      return !hasTest(readFileSync(file, 'utf8'), name)
    } catch {
      return true
    }
  })
  expect(missing.map(({ id, part }) => `${id} ${part}`)).toEqual([])
})

test('a test that is not there is missed', () => {
  const text = readFileSync('tests/server/asvs.test.ts', 'utf8')
  expect(hasTest(text, 'every test that is named is there')).toBe(true)
  expect(hasTest(text, ['every test', 'that is named'].join(' '))).toBe(false)
})

test('every section of SECURITY.md that is named is there', () => {
  const headings = new Set(readFileSync('SECURITY.md', 'utf8').match(/(?<=^## ).+$/gm))
  const named = new Set(
    [...page.matchAll(/SECURITY\.md#([A-Z][^;|)<]*?)(?=\s*[;|)])/g)].map(([, name = '']) => name),
  )
  expect(named.size).toBeGreaterThan(7)
  expect([...named].filter((name) => !headings.has(name))).toEqual([])
})
