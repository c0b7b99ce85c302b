import { expect, test } from 'vitest'
import { pageHeaders } from './fixtures.ts'
import { madeVideo, spender, videoBody } from './spend-fixtures.ts'

// A person's name comes from the proxy as it is, and texts from people: both go into the ledger.
const names = [
  "x' or '1'='1",
  "x'; drop table intents; --",
  'x"; delete from intents; --',
  ':user',
  '?1',
  '$user',
  '%',
  '_',
  "' union select * from intents --",
  '{"$gt":""}',
]

function signedIn() {
  const { app, ...rest } = spender(() => madeVideo(), {
    env: { HEYGEN_API_KEY: 'k', TRUSTED_PROXY: '10.0.0.1', IDENTITY_HEADER: 'X-Remote-User' },
  })
  const ask = async (method: string, path: string, user: string, body?: unknown) =>
    app.request(
      `http://localhost:4173/api${path}`,
      {
        method,
        headers: {
          ...pageHeaders,
          origin: 'http://localhost:4173',
          'content-type': 'application/json',
          'idempotency-key': 'one',
          'x-remote-user': user,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      { incoming: { url: `/api${path}`, socket: { remoteAddress: '10.0.0.1' } } },
    )
  return { ask, ...rest }
}

test('no name and no text of a person’s changes a question to the ledger', async () => {
  const { ask, writes } = signedIn()
  expect((await ask('POST', '/v3/videos', 'ann', { ...videoBody, title: "a'); --" })).status).toBe(200)
  for (const name of names) {
    expect(`${name} ${(await ask('GET', '/intents/one', name)).status}`).toBe(`${name} 404`)
    expect((await ask('POST', '/v3/videos', name, { ...videoBody, script: `${name} '"\\` })).status).toBe(200)
    expect((await ask('GET', '/intents/one', name)).status).toBe(200)
  }
  // Each was an order of its own, and the first one is still there.
  expect(writes()).toHaveLength(names.length + 1)
  expect((await ask('GET', '/intents/one', 'ann')).status).toBe(200)
})
