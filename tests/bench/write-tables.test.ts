import { expect, test } from 'vitest'
import type { Figures } from './figures.ts'
import { cellsOf, type Run } from './results.ts'
import { targets } from './targets.ts'
import { replaceResults } from './write-readme.ts'
import { cellText, ratioText, spreadText } from './write-tables.ts'

const run = (target: string, figures: Figures, rep = 0): Run => ({
  target,
  looks: 10_000,
  cpu: 4,
  rep,
  load: 0,
  figures,
  failures: [],
})

function textOf(...runs: Run[]): string {
  const [cell, ...others] = cellsOf(runs)
  expect(others).toEqual([])
  return cell ? cellText(cell, targets) : ''
}

/** The line of a table that begins with these words. */
const line = (text: string, words: string) =>
  text.split('\n').find((row) => row.startsWith(`| ${words}`)) ?? ''

test('a figure comes with the range of its repetitions, where they differ', () => {
  expect(spreadText({ median: 5, min: 2, max: 11 }, 0)).toBe('5 (2–11)')
  expect(spreadText({ median: 5.04, min: 5.01, max: 5.04 }, 1)).toBe('5.0')
  expect(spreadText(null, 1)).toBe('–')
})

const spread = (median: number) => ({ median, min: 0, max: 99 })

test('a ratio is of medians; nothing against something is without bound', () => {
  expect(ratioText(spread(3), spread(4))).toBe('0.75')
  expect(ratioText(spread(3), spread(0))).toBe('∞')
  expect(ratioText(spread(3), null)).toBe('–')
})

test('sizes and speeds each have tables of their own', () => {
  const runs = [run('plain', { back: 1 }), { ...run('plain', { back: 2 }), cpu: 1 }]
  expect(cellsOf(runs).map(({ looks, cpu }) => [looks, cpu])).toEqual([
    [10_000, 4],
    [10_000, 1],
  ])
})

test('the table holds medians, the second one ratios', () => {
  const text = textOf(
    run('lookbook', { hoverFrame: 200 }),
    run('lookbook', { hoverFrame: 300 }, 1),
    run('tanstack', { hoverFrame: 500 }),
  )
  expect(text).toContain('### 10,000 looks, CPU 4x')
  const rows = text.split('\n').filter((row) => row.startsWith('| hover to first frame'))
  expect(rows).toEqual([
    '| hover to first frame, ms | 250 (200–300) | – | 500 | – | – | – | – | – |',
    '| hover to first frame, ms | – | 0.50 | – | – | – | – | – |',
  ])
})

test('goals are read against the best React peer, plain DOM and fixed numbers', () => {
  const text = textOf(
    run('lookbook', { mainPerK: 700, scriptPerK: 140, elements: 451, back: 9 }),
    run('plain', { mainPerK: 100, scriptPerK: 100 }),
    run('tanstack', { mainPerK: 1000 }),
    run('virtua', { mainPerK: 2000 }),
  )
  expect(line(text, 'main thread')).toBe(
    '| main thread: 0.7 × the best React peer | 700.0 | 700.0 | 1.00 | pass |',
  )
  expect(line(text, 'script')).toBe('| script: 1.3 × plain DOM | 140.0 | 130.0 | 1.08 | **miss** |')
  expect(line(text, 'live elements in')).toContain('**miss**')
  expect(line(text, 'back: ')).toContain('pass')
  expect(line(text, 'first card: ')).toContain('not measured')
})

test('the heap may grow by 0.4 KB a look over that of TanStack Virtual at the same depth', () => {
  const depths: [heapDepth: number, verdict: string][] = [
    [7.9, 'pass'],
    [8.0, '**miss**'],
  ]
  for (const [heapDepth, verdict] of depths) {
    const text = textOf(
      run('lookbook', { heapDepth, depth: 10_000 }),
      run('tanstack', { heapDepth: 3, heapPerLook: 1.024, depth: 9000 }),
    )
    expect(line(text, 'heap at depth: ')).toContain(verdict)
  }
})

test('results are replaced between their marks, and only there', () => {
  const text = 'Before\n<!-- results -->\nold\n<!-- /results -->\nafter\n'
  const replaced = replaceResults(text, '| new |')
  expect(replaced).toBe('Before\n<!-- results -->\n\n| new |\n\n<!-- /results -->\nafter\n')
  expect(replaceResults(replaced, '| new |')).toBe(replaced)
  expect(() => replaceResults('no marks', '')).toThrow('no <!-- results -->')
})
