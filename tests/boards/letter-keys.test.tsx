import { expect, test, vi } from 'vitest'
import { letterKeys } from '#boards/letter-keys.ts'

test('letters count until they are switched off, and stay off', async () => {
  expect(letterKeys.read()).toBe(true)
  letterKeys.change(false)
  vi.resetModules()
  const again = await import('#boards/letter-keys.ts')
  expect(again.letterKeys.read()).toBe(false)
  letterKeys.change(true)
})

test('listeners hear of a change until they leave', () => {
  const heard = vi.fn<() => void>()
  const leave = letterKeys.subscribe(heard)
  letterKeys.change(false)
  leave()
  letterKeys.change(true)
  expect(heard).toHaveBeenCalledTimes(1)
})
