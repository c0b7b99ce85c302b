import { expect, test } from 'vitest'
import { freshFetch } from '#search/fresh-fetch.ts'

const answering = (headers: Record<string, string>) =>
  freshFetch(async () => new Response('{"data":[]}', { headers }))('http://a/')

test('what the server kept is a HeyGen that is away, to a walk: it waits', async () => {
  const answer = await answering({ 'x-lookbook-stale': '300' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('30')
  expect(await answer.json()).toMatchObject({ error: { code: 'upstream_resting' } })
})

test('a fresh answer goes through as it is', async () => {
  const answer = await answering({})
  expect([answer.status, await answer.text()]).toEqual([200, '{"data":[]}'])
})
