import { readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createPictureCache, pictureKey } from '#server/picture-cache.ts'
import { cacheIn, jpeg, pictureApp, settled, tempFolder } from './picture-fixtures.ts'

const still = await jpeg()
const answer = () => new Response(new Uint8Array(still))
const signed = (signature: string) =>
  `https://media.example/looks/a.jpg?Expires=${signature.length}&Signature=${signature}&Key-Pair-Id=K`

const filesIn = async (folder: string) => {
  const items = await readdir(folder, { recursive: true, withFileTypes: true })
  return items.filter((item) => item.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

const bodyOf = (fill: number, size = 1000) => new Uint8Array(size).fill(fill)
const key = (name: string) => pictureKey(name)

const query = (url: string) => `u=${encodeURIComponent(url)}`

/** Makes a file look as if it was used so many hours ago. */
const age = async (path: string, hours: number) => {
  const then = Date.now() / 1000 - hours * 3600
  await utimes(path, then, then)
}

test('a picture is kept by its address without the signature', async () => {
  const { picture, fetched } = pictureApp(answer, { cache: cacheIn(await tempFolder()) })
  const first = await picture(signed('one'))
  const second = await picture(signed('two'))
  expect(second.status).toBe(200)
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
  expect(await second.arrayBuffer()).toEqual(await first.arrayBuffer())
  expect(fetched).toHaveLength(1)
})

test('a picture whose signature is over still comes from the cache, in this process and the next', async () => {
  const folder = await tempFolder()
  let over = false
  const send = () => (over ? new Response('expired', { status: 403 }) : answer())
  const { picture } = pictureApp(send, { cache: cacheIn(folder) })
  expect((await picture(signed('good'))).status).toBe(200)
  over = true
  expect((await picture(signed('over'))).status).toBe(200)
  const restarted = pictureApp(send, { cache: cacheIn(folder) })
  expect((await restarted.picture(signed('over'))).status).toBe(200)
  expect(restarted.fetched).toEqual([])
  expect((await restarted.picture('https://media.example/other.jpg')).status).toBe(502)
})

test('a failure is not kept', async () => {
  let fails = true
  const send = () => (fails ? new Response(null, { status: 403 }) : answer())
  const { picture } = pictureApp(send, { cache: cacheIn(await tempFolder()) })
  expect((await picture(signed('over'))).status).toBe(502)
  fails = false
  expect((await picture(signed('fresh'))).status).toBe(200)
})

test('another path, query, width, format or account is another picture', async () => {
  const cache = cacheIn(await tempFolder())
  const { ask, fetched } = pictureApp(answer, { cache })
  const other = pictureApp(answer, { cache, parts: { scope: async () => 'another account' } })
  await ask(`/pictures/384?${query('https://media.example/a.jpg')}`)
  await ask(`/pictures/704?${query('https://media.example/a.jpg')}`)
  await ask(`/pictures/384?${query('https://media.example/a.jpg?id=2')}`)
  await ask(`/pictures/384?${query('https://media.example/b.jpg')}`)
  await ask(`/pictures/384?${query('https://a.cdn.example/a.jpg')}`)
  await ask(`/pictures/384?${query('https://media.example/a.jpg')}`, { accept: 'image/avif' })
  expect(fetched).toHaveLength(6)
  await other.ask(`/pictures/384?${query('https://media.example/a.jpg')}`)
  expect(other.fetched).toHaveLength(1)
})

test('a demo file that changed under its name is another picture', async () => {
  const cache = cacheIn(await tempFolder())
  const files = [still, await jpeg(800, 800)]
  const etags = []
  for (const file of [...files, ...files]) {
    const { picture } = pictureApp(answer, { env: {}, cache, parts: { readOwn: async () => file } })
    etags.push((await picture('/sandbox/looks/a.webp')).headers.get('etag'))
  }
  expect(etags[0]).not.toBe(etags[1])
  expect(etags.slice(2)).toEqual(etags.slice(0, 2))
})

test('what was used longest ago goes first, and the bound holds', async () => {
  const folder = await tempFolder()
  const cache = createPictureCache({ folder, bytes: 3 * 1032 })
  for (const name of ['a', 'b', 'c']) await cache.set(key(name), bodyOf(1))
  await cache.get(key('a'))
  await cache.set(key('d'), bodyOf(2))
  expect(await cache.get(key('b'))).toBeNull()
  expect(await cache.get(key('a'))).not.toBeNull()
  await cache.set(key('e'), bodyOf(3, 2000))
  expect(
    await Promise.all(['c', 'd', 'e'].map(async (name) => (await cache.get(key(name))) !== null)),
  ).toEqual([false, false, true])
  const sizes = await Promise.all((await filesIn(folder)).map(async (path) => (await stat(path)).size))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3 * 1032)
})

test('what is written over counts once, and what is too large for the bound is not kept', async () => {
  const cache = createPictureCache({ folder: await tempFolder(), bytes: 3 * 1032 })
  await cache.set(key('a'), bodyOf(1))
  for (let at = 0; at < 10; at += 1) await cache.set(key('b'), bodyOf(at))
  await cache.set(key('huge'), bodyOf(1, 4000))
  expect(await cache.get(key('huge'))).toBeNull()
  expect(await cache.get(key('a'))).toEqual(Buffer.from(bodyOf(1)))
  expect(await cache.get(key('b'))).toEqual(Buffer.from(bodyOf(9)))
})

test('the order of use outlives the process, and a smaller bound is kept to at once', async () => {
  const folder = await tempFolder()
  const before = createPictureCache({ folder, bytes: 1_000_000 })
  for (const name of ['a', 'b', 'c']) await before.set(key(name), bodyOf(1))
  const pathOf = (name: string) => join(folder, key(name).slice(0, 2), key(name))
  for (const [name, hours] of [
    ['a', 3],
    ['b', 2],
    ['c', 4],
  ] as const)
    await age(pathOf(name), hours)
  // Used in a process of its own, which leaves the time on the file.
  await createPictureCache({ folder, bytes: 1_000_000 }).get(key('c'))
  createPictureCache({ folder, bytes: 2 * 1032 })
  await settled(async () => expect(await filesIn(folder)).toHaveLength(2))
  expect(new Set(await filesIn(folder))).toEqual(new Set([pathOf('b'), pathOf('c')]))
})

test('with a bound of nothing there is no cache, and what was there goes', async () => {
  const folder = await tempFolder()
  await cacheIn(folder).set(key('a'), bodyOf(1))
  const none = createPictureCache({ folder, bytes: 0 })
  await none.set(key('b'), bodyOf(1))
  await settled(async () => expect(await filesIn(folder)).toEqual([]))
})

test.each<[damage: string, change: (file: Buffer) => Buffer]>([
  ['cut short', (file) => file.subarray(0, -1)],
  ['emptied', () => Buffer.alloc(0)],
  ['longer', (file) => Buffer.concat([file, Buffer.alloc(1)])],
  ['changed in one bit', (file) => Buffer.from(file.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
  ['replaced', () => Buffer.from('<html>')],
])('a file that was %s is made anew', async (_, change) => {
  const folder = await tempFolder()
  const { picture, fetched } = pictureApp(answer, { cache: cacheIn(folder) })
  const whole = await (await picture(signed('a'))).arrayBuffer()
  const [path = ''] = await filesIn(folder)
  await writeFile(path, change(await readFile(path)))
  const again = await picture(signed('a'))
  expect([again.status, await again.arrayBuffer()]).toEqual([200, whole])
  expect(fetched).toHaveLength(2)
  expect((await picture(signed('a'))).status).toBe(200)
  expect(fetched).toHaveLength(2)
})

test('where nothing can be kept pictures come all the same', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'file'), '')
  await symlink(join(folder, 'nowhere', 'x'), join(folder, 'link'))
  const places = [
    '/proc/lookbook',
    join(folder, 'file'),
    join(folder, 'file', 'below'),
    join(folder, 'gone\0'),
  ]
  for (const place of places) {
    const { picture, fetched } = pictureApp(answer, { cache: cacheIn(place) })
    expect((await picture(signed('a'))).status).toBe(200)
    expect((await picture(signed('a'))).status).toBe(200)
    expect(fetched).toHaveLength(2)
  }
})

test('a folder that is taken away while the server runs is made again', async () => {
  const folder = join(await tempFolder(), 'deep', 'pictures')
  const cache = cacheIn(folder)
  await cache.set(key('a'), bodyOf(1))
  await rm(folder, { recursive: true })
  expect(await cache.get(key('a'))).toBeNull()
  await cache.set(key('a'), bodyOf(2))
  expect(await cache.get(key('a'))).toEqual(Buffer.from(bodyOf(2)))
})

test('files that are not ours stay, and drafts of a killed process go', async () => {
  const folder = await tempFolder()
  const cache = createPictureCache({ folder, bytes: 1032 })
  await cache.set(key('a'), bodyOf(1))
  const foreign = join(folder, 'thesis.txt')
  const draft = join(folder, key('a').slice(0, 2), `${key('b')}.5f1d0c7e`)
  const fresh = join(folder, key('a').slice(0, 2), `${key('c')}.5f1d0c7e`)
  for (const path of [foreign, draft, fresh]) await writeFile(path, 'x'.repeat(5000))
  await age(draft, 2)
  await age(foreign, 1000)
  const next = createPictureCache({ folder, bytes: 1032 })
  await next.set(key('d'), bodyOf(1))
  const left = await filesIn(folder)
  expect(left).toContain(foreign)
  expect(left).toContain(fresh)
  expect(left).not.toContain(draft)
  expect(await next.get(key('a'))).toBeNull()
})

test('only this user of the machine can read what is kept', async () => {
  const folder = join(await tempFolder(), 'pictures')
  await cacheIn(folder).set(key('a'), bodyOf(1))
  const [path = ''] = await filesIn(folder)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('no name of a look stands in a file name', async () => {
  const folder = await tempFolder()
  const { picture } = pictureApp(answer, { cache: cacheIn(folder) })
  await picture(signed('a'))
  for (const path of await filesIn(folder))
    expect(path.slice(folder.length)).toMatch(/^\/[\da-f]{2}\/[\da-f]{40}$/)
})
