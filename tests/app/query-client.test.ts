import { notifyManager, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'

afterEach(() => vi.useRealTimers())

test('who waits for an answer hears of it without a timer', async () => {
  // They never fire.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const { promise, resolve } = Promise.withResolvers<string>()
  const observer = new QueryObserver(createQueryClient(), { queryKey: ['answer'], queryFn: () => promise })
  const heard: (string | undefined)[] = []
  // As React's hooks subscribe.
  const leave = observer.subscribe(notifyManager.batchCalls(({ data }) => heard.push(data)))
  resolve('Maya')
  await new Promise((next) => setImmediate(next))
  expect(heard.at(-1)).toBe('Maya')
  leave()
})
