import { expect, test, vi } from 'vitest'
import { accessToken } from '#queries/access-token.ts'

test('the token is kept for this tab', () => {
  accessToken.write('let me in')
  expect(accessToken.read()).toBe('let me in')
  expect(Object.values(sessionStorage)).toEqual(['let me in'])
  expect(localStorage).toHaveLength(0)
})

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError')
}

test('where storage is blocked it is kept in memory', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  accessToken.write('in memory')
  expect(accessToken.read()).toBe('in memory')
})
