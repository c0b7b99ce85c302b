import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { drawFirstCards } from '#app/first-cards.ts'
import { dropFirstGrid } from '#gallery/first-grid.ts'
import { watchRequests } from '../render-app.tsx'

const url = `${location.origin}/api/v3/avatars/looks?limit=50`

/** As public/first-page.js does. */
const ask = (answer: Promise<Response> = fetch(url, { headers: { 'x-lookbook': '1' } })) => {
  globalThis.lookbookFirstPage = { url, answer }
}

afterEach(() => {
  dropFirstGrid()
  globalThis.lookbookFirstPage = undefined
  history.replaceState(null, '', '/')
})

test('the looks that were asked for are drawn, and given on with their cursor', async () => {
  const asked = watchRequests()
  ask()
  const looks = await drawFirstCards()
  expect(looks?.pages[0]?.items).toHaveLength(50)
  expect(looks?.pages[0]?.next).toEqual(expect.any(String))
  expect(screen.getAllByRole('link').length).toBeGreaterThan(10)
  expect(asked).toHaveLength(1)
})

test('nothing is waited for where nothing was asked, or the address shows something else', async () => {
  expect(await drawFirstCards()).toBeNull()
  ask(new Promise(() => {}))
  history.replaceState(null, '', '/boards')
  expect(await drawFirstCards()).toBeNull()
})

test('an answer that is late or a refusal is left to the list', async () => {
  vi.useFakeTimers()
  ask(new Promise(() => {}))
  const late = drawFirstCards()
  await vi.advanceTimersByTimeAsync(200)
  expect(await late).toBeNull()
  // Whoever asks next takes it.
  expect(globalThis.lookbookFirstPage).toBeDefined()
  vi.useRealTimers()

  ask(Promise.resolve(new Response('{}', { status: 401 })))
  expect(await drawFirstCards()).toBeNull()
  ask(Promise.reject(new TypeError('offline')))
  expect(await drawFirstCards()).toBeNull()
  expect(screen.queryByRole('grid')).not.toBeInTheDocument()
})

test('an answer that cannot be read is left to the list too', async () => {
  ask(Promise.resolve(new Response('<html>')))
  expect(await drawFirstCards()).toBeNull()
  expect(screen.queryByRole('grid')).not.toBeInTheDocument()
})
