import { expect, test } from 'vitest'
import { readOptions, stages } from './options.ts'

const read = (...args: string[]) => readOptions(args, 'README.md')

test('without options every size, speed, target and stage is measured, and the table written', () => {
  expect(read()).toMatchObject({
    looks: [1000, 10_000, 100_000],
    cpu: [1, 4],
    stages: [...stages],
    pictures: 'same',
    short: 2,
    out: 'README.md',
  })
})

test('--quick leaves out the largest catalogue and the slow processor, unless they are asked for', () => {
  expect(read('--quick')).toMatchObject({ looks: [1000, 10_000], cpu: [1], reps: 1, short: 0 })
  expect(read('--quick', '--looks', '100000', '--cpu', '4', '--reps', '3')).toMatchObject({
    looks: [100_000],
    cpu: [4],
    reps: 3,
  })
})

test('part of a run replaces no table, unless it is told which', () => {
  expect(read('--only', 'tanstack').out).toBeNull()
  expect(read('--stages', 'load,scroll')).toMatchObject({ out: null, short: 2 })
  expect(read('--stages', 'scroll,back').short).toBe(0)
  expect(read('--only', 'tanstack', '--out', 'note.md').out).toBe('note.md')
})

test('the fling has its time in the largest catalogue, where depth is what is asked for', () => {
  const { usual, deepest } = read().flingSeconds
  expect(deepest).toBeGreaterThan(usual)
  expect(read('--deep', '/?q=office', '--deep-wait', '20')).toMatchObject({
    deep: '/?q=office',
    deepWait: 20,
  })
})

test.each([
  [['--looks', 'many'], '--looks takes whole numbers'],
  [['--cpu', '0'], '--cpu takes whole numbers'],
  [['--only', 'nobody'], '--only knows lookbook'],
  [['--stages', 'load,sleep'], '--stages knows load'],
  [['--pictures', 'small'], '--pictures knows same, original'],
])('%j is refused in a sentence', (args, sentence) => {
  expect(() => read(...args)).toThrow(sentence)
})
