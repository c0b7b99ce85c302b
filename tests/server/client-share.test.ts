import { expect, test } from 'vitest'
import { createClientShare } from '#server/client-share.ts'
import { Failure } from '#server/failure.ts'

function shareAt(options: Partial<Parameters<typeof createClientShare>[0]> = {}) {
  const clock = { now: 0 }
  const share = createClientShare({ perMinute: 60, width: 1000, now: () => clock.now, ...options })
  /** Calls that got in, of so many at once. */
  const burst = (client: string, count: number) =>
    Array.from({ length: count }, () => {
      try {
        share(client)()
        return true
      } catch {
        return false
      }
    }).filter(Boolean).length
  return { clock, share, burst }
}

const refusal = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Failure ? [error.status, error.headers['retry-after']] : error
  }
}

test('so many calls a minute, whatever others do', () => {
  const { clock, burst, share } = shareAt()
  expect(burst('ann', 100)).toBe(60)
  expect(burst('ben', 100)).toBe(60)
  expect(refusal(() => share('ann'))).toEqual([429, '1'])
  clock.now += 1000
  expect(burst('ann', 100)).toBe(1)
  clock.now += 10 * 60_000
  expect(burst('ann', 100)).toBe(60)
})

test('so many under way at once, each counted down once', () => {
  const { share } = shareAt({ width: 2 })
  const first = share('ann')
  share('ann')
  expect(refusal(() => share('ann'))).toEqual([429, '1'])
  expect(refusal(() => share('ben'))).toBeNull()
  first()
  first()
  expect(refusal(() => share('ann'))).toBeNull()
  expect(refusal(() => share('ann'))).toEqual([429, '1'])
})

test('orders count as calls, and not as reads under way', () => {
  const { share } = shareAt({ width: 1 })
  share('ann')
  for (let order = 0; order < 59; order++) share('ann', false)
  expect(refusal(() => share('ann', false))).toEqual([429, '1'])
})

test('no more clients are remembered than may be, and none that has a call under way is forgotten', () => {
  const { share, burst } = shareAt({ clients: 3, width: 1 })
  const done = share('ann')
  for (let client = 0; client < 100; client++) burst(`other ${client}`, 1)
  expect(refusal(() => share('ann'))).toEqual([429, '1'])
  done()
})
