import { afterEach, expect, test, vi } from 'vitest'
import { selection } from '#gallery/selection/selection.ts'

afterEach(() => selection.clear())

test('looks are kept in the order they were selected, each once', () => {
  selection.add(['c', 'a', 'c'])
  selection.toggle('b')
  expect(selection.read()).toEqual(['c', 'a', 'b'])
  selection.toggle('a')
  expect(selection.read()).toEqual(['c', 'b'])
  expect(selection.has('a')).toBe(false)
})

test('listeners hear of changes, and of nothing else', () => {
  const heard = vi.fn<() => void>()
  const leave = selection.subscribe(heard)
  selection.add(['a'])
  selection.add(['a'])
  selection.remove(['b'])
  expect(heard).toHaveBeenCalledTimes(1)
  leave()
  selection.clear()
  expect(heard).toHaveBeenCalledTimes(1)
})

test('it survives a reload', async () => {
  selection.add(['a', 'b'])
  vi.resetModules()
  const again = await import('#gallery/selection/selection.ts')
  expect(again.selection.read()).toEqual(['a', 'b'])
})

test('what the storage holds is checked', async () => {
  for (const broken of ['{', '{"a":1}', '[1]', '[""]', 'null']) {
    sessionStorage.setItem('lookbook.selection', broken)
    vi.resetModules()
    const { selection: read } = await import('#gallery/selection/selection.ts')
    expect(read.read()).toEqual([])
  }
  sessionStorage.clear()
})

test('no more than the most are selected, and it is said how many were left', () => {
  const back = selection.begin(['x', 'y', 'z'], { max: 2, kept: false })
  expect(selection.read()).toEqual(['x', 'y'])
  expect(selection.toggle('z')).toBe(false)
  expect(selection.add(['z', 'w'])).toBe(2)
  selection.remove(['x'])
  expect(selection.add(['z', 'w'])).toBe(1)
  expect(selection.read()).toEqual(['y', 'z'])
  back()
  expect(selection.read()).toEqual([])
})

test('where one can be selected, another takes its place', () => {
  const back = selection.begin(['x'], { max: 1, kept: false })
  expect(selection.toggle('y')).toBe(true)
  expect(selection.read()).toEqual(['y'])
  back()
})

test("a picker's selection leaves the kept one alone", () => {
  selection.add(['a'])
  const back = selection.begin([], { max: 3, kept: false })
  selection.add(['x'])
  expect(JSON.parse(sessionStorage.getItem('lookbook.selection') ?? '')).toEqual(['a'])
  back()
  expect(selection.read()).toEqual(['a'])
})
