import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildCatalogue } from '#sandbox/catalogue.ts'
import { createSandbox } from '#sandbox/sandbox.ts'
import { voices } from '#sandbox/voices.ts'
import { readAll } from './read.ts'

const folder = 'public/sandbox'
const demo = buildCatalogue(undefined)
const demoLooks = demo.looks({})

test('every picture, clip and sample is a file, but for the one that is meant to be missing', async () => {
  const sandbox = createSandbox()
  const rows = [
    ...(await readAll(sandbox, '/v3/avatars/looks')),
    ...(await readAll(sandbox, '/v3/avatars')),
    ...(await readAll(sandbox, '/v3/voices', 100)),
    ...(await readAll(sandbox, '/v3/voices?type=private', 100)),
  ]
  const urls = rows.flatMap((row) => [row.preview_image_url, row.preview_video_url, row.preview_audio_url])
  const own = urls.filter((url) => url?.startsWith('/sandbox/'))
  expect(own.length).toBeGreaterThan(200)
  const missing = own.filter((url) => !existsSync(`public${url}`))
  expect(missing).toEqual(['/sandbox/looks/gone.webp'])
})

test('every file of the media folders is used', () => {
  const used = new Set(
    [
      ...demoLooks.flatMap(({ picture, clip }) => [picture, clip]),
      ...voices.map(({ sample }) => sample),
    ].filter((path) => path !== null),
  )
  const files = ['looks', 'voices'].flatMap((name) =>
    readdirSync(`${folder}/${name}`).map((file) => `${name}/${file}`),
  )
  const idle = files.filter((file) => !used.has(file))
  // The looks without a picture, with a missing one and without their clip leave theirs unused.
  expect(idle.toSorted()).toEqual([
    'looks/mei-vneck-studio-4.webp',
    'looks/omar-suit-lobby-4.mp4',
    'looks/omar-suit-lobby-4.webp',
    'looks/rafael-jacket-lobby-3.mp4',
    'looks/walter-pinstripe-studio-4.webp',
  ])
})

test('the demo people have every kind of look', () => {
  const values = (key: keyof (typeof demoLooks)[number]) => new Set(demoLooks.map((look) => look[key]))
  expect(values('avatar_type').size).toBe(3)
  expect(values('preferred_orientation')).toEqual(new Set(['portrait', 'landscape', 'square', null]))
  expect(values('gender')).toEqual(new Set(['female', 'male', 'Woman', 'Man', null]))
  expect(values('status').size).toBe(5)
  expect(demoLooks.some(({ error }) => error)).toBe(true)
  expect(demoLooks.some(({ group_id }) => group_id === null)).toBe(true)
  expect(demoLooks.some(({ picture }) => picture === null)).toBe(true)
  expect(demoLooks.some(({ clip, picture }) => clip === null && picture !== null)).toBe(true)
  expect(demoLooks.some(({ supported_api_engines }) => supported_api_engines === undefined)).toBe(true)
  expect(values('name').size).toBe(demoLooks.length - 1)
  for (const odd of [/[֐-ۿ]/, /^\s|\s$/, /<b>/, /.{150}/])
    expect(demoLooks.some(({ name }) => odd.test(name))).toBe(true)
})

test('names and ids follow HeyGen', () => {
  expect(demoLooks[0]?.name).toBe('Carmen Vneck Hall')
  for (const { id, avatar_type } of demoLooks)
    expect(id).toMatch(avatar_type === 'studio_avatar' ? /^[A-Z][a-z]+(_[a-z]+)+$/ : /^[0-9a-f]{32}$/)
})

test('the listed size agrees with the listed orientation', () => {
  for (const { image_width: width, image_height: height, preferred_orientation } of demoLooks) {
    if (!width || !height) continue
    expect(preferred_orientation).toBe(
      width === height ? 'square' : width > height ? 'landscape' : 'portrait',
    )
  }
})

test.each([undefined, 3000])('the default voices of %s looks are listed', (count) => {
  const known = new Set(voices.map(({ voice_id }) => voice_id))
  const named = buildCatalogue(count)
    .looks({})
    .map(({ default_voice_id: id }) => id)
  expect(named).toContain(null)
  expect(named.filter((id) => id !== null && !known.has(id))).toEqual([])
})

test.each([0, 1, 50, 112, 113, 3000])('a catalogue of %i looks has just as many', (count) => {
  const catalogue = buildCatalogue(count)
  const looks = catalogue.looks({})
  expect(looks).toHaveLength(count)
  expect(new Set(looks.map(({ id }) => id)).size).toBe(count)
  const grouped = catalogue.groups(undefined).flatMap(({ id }) => catalogue.looksOf(id))
  expect(grouped).toEqual(looks.filter(({ group_id }) => group_id !== null))
  expect(catalogue.groups(undefined).every(({ id }) => catalogue.looksOf(id).length > 0)).toBe(true)
})

test('a smaller catalogue is the beginning of a larger one', () => {
  expect(buildCatalogue(500).looks({})).toEqual(buildCatalogue(900).looks({}).slice(0, 500))
})

test('a grown catalogue has the proportions of the real one', () => {
  const catalogue = buildCatalogue(25_000)
  const share = (type: 'studio_avatar' | 'digital_twin' | 'photo_avatar') =>
    catalogue.looks({ avatar_type: type }).length / 25_000
  expect(share('photo_avatar')).toBeCloseTo(0.8, 1)
  expect(share('digital_twin')).toBeCloseTo(0.12, 1)
  expect(catalogue.groups('private').length).toBeGreaterThan(10)
  const sizes = catalogue
    .groups(undefined)
    .slice(28, -1)
    .map(({ id }) => catalogue.looksOf(id).length)
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([8, 33])
})

test('a list for a filter is made once', () => {
  const catalogue = buildCatalogue(1000)
  const filter = { avatar_type: 'photo_avatar', ownership: 'public' } as const
  expect(catalogue.looks(filter)).toBe(catalogue.looks({ ...filter }))
})
