import { screen, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { HeygenHttpError } from '#heygen/errors.ts'
import { mayTryItself, retryAt } from '#queries/retry-at.ts'
import { notices } from '#ui/notices.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../sandbox-server.ts'

const listing = '*/api/v3/avatars/looks'

beforeEach(() => void notices.take())
afterEach(() => void notices.take())

const httpError = (status: number, retryAfter?: number) =>
  new HeygenHttpError(`GET /${status}`, status, { code: 'x', message: 'x' }, { retryAfter })

test('the same failure of several queries is one notice, and comes no more for a while', async () => {
  const client = createQueryClient()
  const failAll = async () => {
    for (const key of ['a', 'b', 'c']) {
      client.setQueryData([key], 'shown')
      await client
        .fetchQuery({ queryKey: [key], queryFn: () => Promise.reject(httpError(500)) })
        .catch(() => undefined)
    }
  }
  await failAll()
  const told: string[] = []
  await vi.waitFor(() => {
    told.push(...notices.take().map(({ title }) => title))
    expect(told).toEqual(['HeyGen has a problem'])
  })
  await failAll()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(notices.take()).toEqual([])
})

test('a notice that knows when asks all that failed again then, once', async () => {
  const client = createQueryClient()
  let failing = true
  const queryFn = vi.fn<() => Promise<string>>(() =>
    failing ? Promise.reject(httpError(429, 1)) : Promise.resolve('fresh'),
  )
  for (const key of ['d', 'e']) {
    client.setQueryData([key], 'shown')
    await client.fetchQuery({ queryKey: [key], queryFn }).catch(() => undefined)
  }
  const later = await vi.waitFor(() => {
    const [notice] = notices.take()
    expect(notice?.later?.words(1)).toBe('Again in 1 s.')
    return notice?.later
  })
  failing = false
  later?.run()
  await vi.waitFor(() => expect(client.getQueryData(['e'])).toBe('fresh'))
  expect(client.getQueryData(['d'])).toBe('fresh')
  expect(queryFn).toHaveBeenCalledTimes(4)
})

test('an error says when it may be tried again, where that is worth a wait', () => {
  const error = httpError(429, 12)
  expect(retryAt(error)).toBe(error.at + 12_000)
  expect(retryAt(httpError(503, 12))).toBeDefined()
  for (const no of [
    httpError(429),
    httpError(429, 0),
    httpError(429, 301),
    httpError(500, 12),
    new Error('x'),
  ])
    expect(retryAt(no)).toBeUndefined()
  const once = httpError(418, 1)
  expect([mayTryItself(once), mayTryItself(once)]).toEqual([true, false])
})

const alert = () => screen.findByRole('alert')

test('a 429 counts down in its place, tries again by itself at zero, and then only when asked', async () => {
  let asked = 0
  let failing = true
  server.use(
    http.get(listing, () => {
      asked++
      if (!failing) return undefined
      return HttpResponse.json(
        { error: { code: 'rate_limit_exceeded', message: 'x' } },
        { status: 429, headers: { 'retry-after': '2' } },
      )
    }),
  )
  const { user } = renderApp()
  const retry = async () => within(await alert()).findByRole('button', { name: 'Try again' })
  expect(await alert()).toHaveTextContent('Trying again is possible in 2 s.')
  expect(await retry()).toHaveAttribute('aria-disabled', 'true')
  await user.click(await retry())
  expect(asked).toBe(1)
  expect(await screen.findByText('Trying again is possible in 1 s.')).toBeVisible()
  await vi.waitFor(() => expect(asked).toBe(2), 4000)
  await vi.waitFor(() =>
    expect(document.querySelector('[data-announcer]')).toHaveTextContent('Trying again.'),
  )
  // Told no once more: from here on it is up to the person.
  await vi.waitFor(async () => expect(await retry()).toHaveAttribute('aria-disabled', 'false'), 5000)
  expect(await alert()).toHaveTextContent('You can try again now.')
  expect(asked).toBe(2)
  failing = false
  await user.click(await retry())
  expect(await screen.findByRole('grid', { name: 'Looks' })).toBeVisible()
})

test('what has nothing to show is asked for again once when the network is back', async () => {
  let asked = 0
  let cut = true
  server.use(
    http.get(listing, () => {
      asked++
      return cut ? HttpResponse.error() : undefined
    }),
  )
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  renderApp()
  expect(await screen.findByRole('alert')).toHaveTextContent('You are offline')
  expect(await screen.findByRole('region', { name: 'State of the connection' })).toHaveTextContent(
    'What is loaded stays usable.',
  )
  expect(asked).toBe(1)
  cut = false
  online.mockReturnValue(true)
  window.dispatchEvent(new Event('online'))
  expect(await screen.findByRole('grid', { name: 'Looks' })).toBeVisible()
  await vi.waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  expect(asked).toBe(2)
})
