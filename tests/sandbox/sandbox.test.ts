import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createSandbox } from '#sandbox/sandbox.ts'
import { readAll, readList, readRefusal } from './read.ts'

const sandbox = createSandbox()
const looksPath = '/v3/avatars/looks'

const idsBy = async (limit: number) => (await readAll(sandbox, looksPath, limit)).map(({ id }) => id)

test('a page of looks has 20 rows unless asked otherwise', async () => {
  expect((await readList(sandbox, looksPath)).data).toHaveLength(20)
  expect((await readList(sandbox, `${looksPath}?limit=1`)).data).toHaveLength(1)
})

test('the order of looks does not depend on the page size', async () => {
  const byFifty = await idsBy(50)
  expect(byFifty.length).toBeGreaterThanOrEqual(112)
  expect(new Set(byFifty).size).toBe(byFifty.length)
  expect(await idsBy(7)).toEqual(byFifty)
})

test('looks come in runs of one person', async () => {
  const groups = (await readAll(sandbox, looksPath)).map(({ group_id }) => group_id).filter(Boolean)
  const runs = groups.filter((group, i) => group !== groups[i - 1])
  expect(new Set(runs).size).toBe(runs.length)
})

test('a page that holds the last row says so and has no token', async () => {
  const first = await readList(createSandbox({ looks: 50 }), `${looksPath}?limit=50`)
  expect(first.data).toHaveLength(50)
  expect(first).toMatchObject({ has_more: false, next_token: null })
})

test.each(['studio_avatar', 'digital_twin', 'photo_avatar'])('looks are filtered by %s', async (type) => {
  const rows = await readAll(sandbox, `${looksPath}?avatar_type=${type}`)
  const all = await readAll(sandbox, looksPath)
  expect(rows).toEqual(all.filter(({ avatar_type }) => avatar_type === type))
  expect(rows.length).toBeGreaterThan(0)
})

test('public and private looks add up', async () => {
  const publicLooks = await readAll(sandbox, `${looksPath}?ownership=public`)
  const privateLooks = await readAll(sandbox, `${looksPath}?ownership=private`)
  expect(publicLooks.every(({ status }) => status === null)).toBe(true)
  expect(new Set(privateLooks.map(({ status }) => status))).toEqual(
    new Set(['processing', 'pending_consent', 'failed', 'completed']),
  )
  expect(publicLooks.length + privateLooks.length).toBe((await readAll(sandbox, looksPath)).length)
})

test('filters combine', async () => {
  const [first] = (await readList(sandbox, looksPath)).data
  const path = `${looksPath}?group_id=${first?.group_id}&ownership=public`
  expect(await readAll(sandbox, `${path}&avatar_type=${first?.avatar_type}`)).toHaveLength(4)
  expect(await readAll(sandbox, `${path}&avatar_type=photo_avatar`)).toHaveLength(0)
})

test('an unknown group is an empty page', async () => {
  expect(await readList(sandbox, `${looksPath}?group_id=nobody`)).toEqual({
    data: [],
    has_more: false,
    next_token: null,
  })
})

test.each([
  ['limit=0', 'limit'],
  ['limit=51', 'limit'],
  ['limit=abc', 'limit'],
  ['limit=', 'limit'],
  ['limit=2.5', 'limit'],
  ['limit=-1', 'limit'],
  ['avatar_type=hologram', 'avatar_type'],
  ['avatar_type=video_avatar', 'avatar_type'],
  ['ownership=stolen', 'ownership'],
  ['token=%00not-a-cursor', 'token'],
  ['token=MC4wLjA', 'token'],
  ['token=', 'token'],
])('looks with %s are refused by name', async (query, param) => {
  expect(await readRefusal(sandbox, `${looksPath}?${query}`)).toMatchObject({
    status: 400,
    code: 'invalid_parameter',
    message: expect.stringContaining(param),
    param,
  })
})

test('a cursor is good for its own listing and filters only', async () => {
  const { next_token: token } = await readList(sandbox, `${looksPath}?limit=1`)
  expect(token).toMatch(/^[\w-]+$/)
  const refused = { status: 400, param: 'token' }
  expect(await readRefusal(sandbox, `${looksPath}?limit=1&ownership=public&token=${token}`)).toMatchObject(
    refused,
  )
  expect(await readRefusal(sandbox, `/v3/avatars?limit=1&token=${token}`)).toMatchObject(refused)
  expect((await readList(sandbox, `${looksPath}?limit=9&token=${token}`)).data).toHaveLength(9)
})

test('voices take up to 100 a page', async () => {
  expect((await readList(sandbox, '/v3/voices?limit=100')).has_more).toBe(false)
  expect(await readRefusal(sandbox, '/v3/voices?limit=101')).toMatchObject({ status: 400, param: 'limit' })
})

test.each([
  ['/v3/avatars/looks/nobody', 'avatar_not_found'],
  ['/v3/avatars/nobody', 'avatar_group_not_found'],
  ['/v3/voices/nobody', 'voice_not_found'],
  ['/v3/hologram', 'not_found'],
])('%s is not found', async (path, code) => {
  expect(await readRefusal(sandbox, path)).toMatchObject({ status: 404, code })
})

test('a look is the same by id as in the list', async () => {
  const { data } = await readList(sandbox, `${looksPath}?limit=50`)
  for (const look of data) {
    const response = await sandbox.request(`${looksPath}/${encodeURIComponent(look.id ?? '')}`)
    expect(await response.json()).toEqual({ data: look })
  }
})

test('every look has its group listed, with a true count', async () => {
  const looks = await readAll(sandbox, looksPath)
  for (const group of await readAll(sandbox, '/v3/avatars'))
    expect(group.looks_count).toBe(looks.filter(({ group_id }) => group_id === group.id).length)
  const groups = new Set((await readAll(sandbox, '/v3/avatars')).map(({ id }) => id))
  expect(looks.every(({ group_id }) => group_id === null || groups.has(group_id))).toBe(true)
})

test('groups are filtered by ownership', async () => {
  const own = await readAll(sandbox, '/v3/avatars?ownership=private')
  const open = await readAll(sandbox, '/v3/avatars?ownership=public')
  expect(own.length).toBeGreaterThan(0)
  expect(await readAll(sandbox, '/v3/avatars')).toHaveLength(own.length + open.length)
})

test('voices are public ones unless asked otherwise, and can be filtered', async () => {
  const open = await readAll(sandbox, '/v3/voices', 100)
  expect(open.length).toBeGreaterThanOrEqual(24)
  expect(open.every(({ type }) => type === 'public')).toBe(true)
  const own = await readAll(sandbox, '/v3/voices?type=private', 100)
  expect(own.length).toBeGreaterThanOrEqual(2)
  expect(own.every(({ type }) => type === 'private')).toBe(true)
  expect(await readAll(sandbox, '/v3/voices?type=private&language=German', 100)).toEqual([])
  const german = await readAll(sandbox, '/v3/voices?language=German&gender=female', 100)
  expect(german).toEqual(open.filter(({ language, gender }) => language === 'German' && gender === 'female'))
  expect(german.length).toBeGreaterThan(0)
  const speakable = await readAll(sandbox, '/v3/voices?engine=starfish', 100)
  expect(speakable.length).toBeGreaterThan(0)
  expect(speakable.length).toBeLessThan(open.length)
})

test('the older dialect names the twin video_avatar, in filters and in answers', async () => {
  const older = createSandbox({ dialect: 'video_avatar' })
  const rows = await readAll(older, `${looksPath}?avatar_type=video_avatar`)
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map(({ avatar_type }) => avatar_type))).toEqual(new Set(['video_avatar']))
  expect(await readRefusal(older, `${looksPath}?avatar_type=digital_twin`)).toMatchObject({
    status: 400,
    param: 'avatar_type',
  })
})

test('the account pays from a wallet', async () => {
  expect(await (await sandbox.request('/v3/users/me')).json()).toMatchObject({
    data: { username: 'sandbox', billing_type: 'wallet', wallet: { currency: 'usd' } },
  })
})

test('styles can be filtered by tag', async () => {
  expect((await readAll(sandbox, '/v3/video-agents/styles')).length).toBeGreaterThan(1)
  expect(await readAll(sandbox, '/v3/video-agents/styles?tag=social')).toHaveLength(1)
})

const runFaulty = async () => {
  const one = createSandbox({ looks: 300, faults: [{ kind: 503, chance: 0.4 }] })
  const answers: string[] = []
  for (let i = 0; i < 20; i++) answers.push(await (await one.request(`${looksPath}?limit=3`)).text())
  return answers
}

test('two sandboxes with the same options answer alike', async () => {
  const first = await runFaulty()
  expect(await runFaulty()).toEqual(first)
  expect(new Set(first).size).toBe(2)
})

test('an absolute media base stands before every path of ours', async () => {
  const far = createSandbox({ mediaBase: 'https://media.test/s' })
  const [look] = (await readList(far, looksPath)).data
  expect(look?.preview_image_url).toMatch(/^https:\/\/media\.test\/s\/looks\/[\w-]+\.webp$/)
})

test('an app can mount it below a path of its own', async () => {
  const app = new Hono().route('/api', sandbox)
  expect((await app.request('/api/v3/avatars?limit=1')).status).toBe(200)
  const missing = await app.request('/api/v3/nothing')
  expect(await missing.json()).toMatchObject({ error: { code: 'not_found' } })
})
