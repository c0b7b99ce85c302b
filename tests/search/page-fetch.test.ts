import { expect, test, vi } from 'vitest'
import { createPageFetch, fetchForIndex } from '#search/page-fetch.ts'

/** Both ends, with cloned messages between them. */
function bridge(answer: () => Promise<Response>) {
  const asked = vi.fn<typeof fetch>(() => answer())
  vi.stubGlobal('fetch', asked)
  const { fetch: send, settle } = createPageFetch((message) => {
    void fetchForIndex(structuredClone(message)).then((fetched) => settle(structuredClone(fetched)))
  })
  return { send, asked }
}

test('what the index asks, the page asks, headers and all, and its answer comes back', async () => {
  const { send, asked } = bridge(
    async () => new Response('{"data":[]}', { status: 429, headers: { 'retry-after': '7' } }),
  )
  const response = await send('http://lookbook.test/api/v3/avatars?limit=50', {
    headers: { 'x-lookbook': '1' },
  })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('7')
  expect(await response.text()).toBe('{"data":[]}')
  expect(asked).toHaveBeenCalledWith('http://lookbook.test/api/v3/avatars?limit=50', {
    headers: { 'x-lookbook': '1' },
  })
  vi.unstubAllGlobals()
})

test('no answer and an abort are told as fetch tells them', async () => {
  const { send } = bridge(() => Promise.reject(new TypeError('Failed to fetch')))
  await expect(send('http://lookbook.test/a')).rejects.toThrow(TypeError)
  const stop = new AbortController()
  const { send: slow } = bridge(() => new Promise(() => {}))
  const asked = slow('http://lookbook.test/a', { signal: stop.signal })
  stop.abort(new Error('gone'))
  await expect(asked).rejects.toThrow('gone')
  vi.unstubAllGlobals()
})
