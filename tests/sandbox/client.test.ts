import { expect, test } from 'vitest'
import { createHeygen } from '#heygen/client.ts'
import { walkPages, type FetchPage } from '#heygen/paging.ts'
import { parseFaults } from '#sandbox/faults.ts'
import type { SandboxOptions } from '#sandbox/options.ts'
import { createSandbox } from '#sandbox/sandbox.ts'

function clientOf(options?: SandboxOptions) {
  const sandbox = createSandbox(options)
  return createHeygen({
    baseUrl: 'http://sandbox.test',
    fetch: async (input, init) => sandbox.fetch(new Request(input, init)),
  })
}

async function walk<T>(fetchPage: FetchPage<T>) {
  const items: T[] = []
  let skipped = 0
  let cut = false
  for await (const page of walkPages(fetchPage)) {
    items.push(...page.items)
    skipped += page.skipped
    cut ||= page.cut
  }
  return { items, skipped, cut }
}

test('the client walks every listing to its end and skips nothing', async () => {
  const heygen = clientOf({ looks: 600 })
  const looks = await walk((token) => heygen.listLooks({ limit: 50, token }))
  expect(looks).toMatchObject({ skipped: 0, cut: false })
  expect(looks.items).toHaveLength(600)
  const groups = await walk((token) => heygen.listGroups({ limit: 50, token }))
  expect(groups).toMatchObject({ skipped: 0, cut: false })
  const voices = await walk((token) => heygen.listVoices({ limit: 10, token }))
  expect(voices).toMatchObject({ skipped: 0, cut: false })
})

test('the client reads one of each', async () => {
  const heygen = clientOf()
  const look = (await heygen.listLooks({ limit: 1 })).items[0]
  expect(await heygen.getLook(look?.id ?? '')).toEqual(look)
  expect(await heygen.getGroup(look?.group_id ?? '')).toMatchObject({ name: 'Carmen', looks_count: 4 })
  expect(await heygen.getVoice(look?.default_voice_id ?? '')).toMatchObject({ name: 'Carmen - Warm' })
  expect(await heygen.getAccount()).toMatchObject({ username: 'sandbox', wallet: { currency: 'usd' } })
})

test('the client learns the older dialect from its refusal', async () => {
  const heygen = clientOf({ dialect: 'video_avatar' })
  const twins = await walk((token) => heygen.listLooks({ avatar_type: 'digital_twin', token }))
  expect(twins.items.length).toBeGreaterThan(0)
  expect(twins.items.every(({ avatar_type }) => avatar_type === 'digital_twin')).toBe(true)
})

test.each(['token-loop', 'no-token', 'empty'])(
  'a walk ends under %s, and says that it was cut',
  async (text) => {
    const heygen = clientOf({ faults: parseFaults(text) })
    const looks = await walk((token) => heygen.listLooks({ token }))
    expect(looks.cut).toBe(true)
  },
)

test.each([
  ['429', 'HeygenHttpError'],
  ['error-200', 'HeygenHttpError'],
  ['html', 'HeygenShapeError'],
  ['cut', 'HeygenShapeError'],
  ['reset', 'HeygenNetworkError'],
])('%s reaches the caller as a %s', async (text, name) => {
  const heygen = clientOf({ faults: parseFaults(text) })
  await expect(heygen.listLooks({})).rejects.toMatchObject({ name })
})
