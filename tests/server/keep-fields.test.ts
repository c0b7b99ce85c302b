import { expect, test } from 'vitest'
import { appOf, emptyPage } from './fixtures.ts'

const account = {
  username: 'ann',
  email: 'ann@example.com',
  first_name: 'Ann',
  phone: '+1 555 0100',
  wallet: { currency: 'usd', remaining_balance: 5 },
}

test('of the account the page gets what HeyGen documents, and nothing that it adds', async () => {
  const { get } = appOf(() => Response.json({ data: account }))
  expect(await (await get('/api/v3/users/me')).json()).toEqual({
    data: { username: 'ann', email: 'ann@example.com', first_name: 'Ann', wallet: account.wallet },
  })
})

test.each(['{"data":[1]}', '{"data":null}'])('an answer of %s is no account, and stays', async (body) => {
  const { get } = appOf(() => new Response(body))
  expect(await (await get('/api/v3/users/me')).json()).toEqual(JSON.parse(body))
})

test('all else comes as HeyGen has it', async () => {
  const { get } = appOf(emptyPage)
  expect(await (await get('/api/v3/avatars')).json()).toEqual(await emptyPage().json())
})
