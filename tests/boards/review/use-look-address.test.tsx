import { renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useLookAddress } from '#boards/review/use-look-address.ts'

afterEach(() => vi.useRealTimers())

test('the address follows the look, and no longer once the page is being left', () => {
  vi.useFakeTimers()
  const put = vi.fn<(id: string) => void>()
  const { result, rerender } = renderHook(
    ({ current }) => useLookAddress(null, current, put, () => undefined),
    { initialProps: { current: 'a' } },
  )
  vi.advanceTimersByTime(500)
  rerender({ current: 'b' })
  vi.advanceTimersByTime(500)
  expect(put.mock.calls).toEqual([['a'], ['b']])
  rerender({ current: 'c' })
  rerender({ current: 'd' })
  result.current()
  vi.advanceTimersByTime(500)
  expect(put.mock.calls).toEqual([['a'], ['b']])
})
