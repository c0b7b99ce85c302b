import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { forgetCatalogues } from '#search/forget-catalogues.ts'
import { fulfilled, openDatabase } from '#search/kept-database.ts'
import { packRecord, readRecord } from '#search/kept-record.ts'
import { openTab } from './living-rig.ts'
import { idsOf, sandboxFetch } from './walk-rig.ts'

const bare = (url: string | null) => url?.split('?')[0] ?? null
const hour = 3_600_000

/** Everything stored in a database, as one text. */
async function stored(storage: IDBFactory, name = 'lookbook.catalogue.test') {
  const request = storage.open(name)
  const database = await fulfilled(request)
  const values = await Promise.all(
    [...database.objectStoreNames].map((store) =>
      fulfilled(database.transaction(store).objectStore(store).getAll()),
    ),
  )
  database.close()
  return JSON.stringify(values)
}

const names = async (storage: IDBFactory) =>
  (await storage.databases()).map(({ name = '' }) => name).toSorted((a, b) => a.localeCompare(b))

/** Signed as HeyGen signs. */
function signing(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const text = await (await send(input, init)).text()
    return new Response(
      text.replaceAll(
        /"(preview_\w+_url)":"[^"]*\/([^"/]+)"/g,
        '"$1":"https://files2.heygen.ai/$2?Expires=1&Signature=abc~&Key-Pair-Id=K"',
      ),
    )
  }
}

/** Waits until what was found is written. */
const settled = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 50)
  })

async function visited(storage: IDBFactory, looks = 700) {
  const { send, asked } = sandboxFetch({ looks })
  const first = openTab(signing(send), { storage })
  await first.open()
  await first.over()
  await settled()
  first.close()
  await settled()
  asked.length = 0
  return { send: signing(send), asked, first }
}

test('the next visit has everything at once, and asks nothing while it is young', async () => {
  const storage = new IDBFactory()
  const { send, asked, first } = await visited(storage)
  const second = openTab(send, { storage })
  await second.open()
  expect(idsOf(second.book)).toEqual(idsOf(first.book))
  expect(await second.over()).toMatchObject({
    whole: true,
    kept: true,
    missing: 0,
    looks: 700,
    expected: 700,
  })
  expect(asked).toEqual([])
  for (const { look, own } of first.book.index.everyLook()) {
    const links = {
      preview_image_url: bare(look.preview_image_url),
      preview_video_url: bare(look.preview_video_url),
    }
    expect(second.book.index.look(look.id)).toEqual({ look: { ...look, ...links }, own })
  }
  expect(Array.from(second.book.index.everyGroup(), ({ group, own }) => [group.id, group.name, own])).toEqual(
    Array.from(first.book.index.everyGroup(), ({ group, own }) => [group.id, group.name, own]),
  )
})

test('no signature is stored', async () => {
  const storage = new IDBFactory()
  const { first } = await visited(storage)
  const pictures = Array.from(first.book.index.everyLook(), ({ look }) => look.preview_image_url)
  expect(pictures.filter((url) => url?.includes('Signature=')).length).toBeGreaterThan(600)
  const text = await stored(storage)
  expect(text).toContain('https://files2.heygen.ai/')
  expect(text).not.toMatch(/Signature|Expires|Key-Pair-Id|\?/)
})

test('it is written as the walk goes, and the next visit goes on from there', async () => {
  const storage = new IDBFactory()
  const { send, asked } = sandboxFetch({ looks: 2500, latencyMs: 60 })
  const first = openTab(send, { storage })
  await first.open()
  await first.until(({ looks }) => looks > 1200)
  // No time to write anything more.
  const known = first.readProgress().looks
  first.stop()
  await settled()
  first.close()
  const before = asked.length
  const second = openTab(send, { storage })
  await second.open()
  expect(second.readProgress().looks).toBeGreaterThanOrEqual(known)
  expect(await second.over()).toMatchObject({ looks: 2500, whole: true })
  expect(asked.length).toBeLessThan(before + 40)
})

test('an old catalogue opens at once and is asked for again', async () => {
  const storage = new IDBFactory()
  const { send, asked } = await visited(storage)
  const database = await openDatabase(storage, 'lookbook.catalogue.test', 1, () => {})
  const store = database.transaction('facts', 'readwrite').objectStore('facts')
  const record = readRecord(await fulfilled<unknown>(store.get('record')))
  const walkedAt = Date.now() - 7 * hour
  await fulfilled(store.put(packRecord({ ...record, endedAt: walkedAt, walkedAt }), 'record'))
  database.close()
  const second = openTab(send, { storage })
  await second.open()
  expect(second.readProgress().looks).toBe(700)
  await second.until(({ state }) => state === 'walking')
  await second.over()
  expect(asked.length).toBeGreaterThan(14)
  expect(second.book.record.changes).toMatchObject({
    since: walkedAt,
    counts: { added: 0, changed: 0, removed: 0 },
  })
})

test.each([
  ['none', null],
  [
    'one that refuses',
    Object.assign(new IDBFactory(), {
      open: () => {
        throw new DOMException('no', 'SecurityError')
      },
    }),
  ],
  ['one that never answers', Object.assign(new IDBFactory(), { open: () => new EventTarget() })],
])('with %s for storage the catalogue is walked and said not to be kept', async (_, storage) => {
  const { send } = sandboxFetch({ looks: 300 })
  const tab = openTab(send, { storage })
  await tab.open()
  expect(await tab.over()).toMatchObject({ looks: 300, whole: true, kept: false })
})

test('when storage is full, the walk goes on in memory', async () => {
  const storage = new IDBFactory()
  const { send } = sandboxFetch({ looks: 700 })
  const put = IDBObjectStore.prototype.put
  let room = 3
  IDBObjectStore.prototype.put = function full(...args) {
    if ((room -= 1) < 0) {
      this.transaction.abort()
      throw new DOMException('full', 'QuotaExceededError')
    }
    return put.apply(this, args)
  }
  try {
    const tab = openTab(send, { storage })
    await tab.open()
    expect(tab.readProgress().kept).toBe(true)
    await tab.over()
    await tab.until(({ kept }) => !kept)
    expect(tab.readProgress()).toMatchObject({ looks: 700, whole: true })
  } finally {
    IDBObjectStore.prototype.put = put
  }
})

const damage: [string, string, string, unknown][] = [
  ['a look that is no row', 'shelves', 'pbad', '[null,["a"]]'],
  ['a shelf that is no JSON', 'shelves', 'pbad', '[null,'],
  ['a shelf that is no text', 'shelves', 'pbad', { looks: 1 }],
  ['people that are no rows', 'facts', 'groups', '[7]'],
  ['a record of another shape', 'facts', 'record', '["a","b"]'],
]

test.each(damage)('with %s everything is dropped and walked anew', async (_, store, key, value) => {
  const storage = new IDBFactory()
  const { send, asked } = await visited(storage)
  const database = await openDatabase(storage, 'lookbook.catalogue.test', 1, () => {})
  await fulfilled(database.transaction(store, 'readwrite').objectStore(store).put(value, key))
  database.close()
  const second = openTab(send, { storage })
  await second.open()
  expect(await second.over()).toMatchObject({ looks: 700, whole: true, kept: true })
  expect(asked.length).toBeGreaterThan(14)
  await settled()
  second.close()
  await settled()
  asked.length = 0
  const third = openTab(send, { storage })
  await third.open()
  expect(await third.over()).toMatchObject({ looks: 700, kept: true })
  expect(asked).toEqual([])
})

test('a database of a newer Lookbook is left alone', async () => {
  const storage = new IDBFactory()
  const newer = await openDatabase(
    storage,
    'lookbook.catalogue.test',
    99,
    (fresh) => void fresh.createObjectStore('x'),
  )
  newer.close()
  const { send } = sandboxFetch({ looks: 300 })
  const tab = openTab(send, { storage })
  await tab.open()
  expect(await tab.over()).toMatchObject({ looks: 300, kept: false })
  expect((await storage.databases()).find(({ name }) => name?.endsWith('.test'))?.version).toBe(99)
})

test('a newer Lookbook in another tab gets the database', async () => {
  const storage = new IDBFactory()
  const { send } = sandboxFetch({ looks: 300 })
  const tab = openTab(send, { storage })
  await tab.open()
  await tab.over()
  expect(tab.readProgress().kept).toBe(true)
  const newer = await openDatabase(
    storage,
    'lookbook.catalogue.test',
    2,
    (fresh) => void fresh.createObjectStore('x'),
  )
  newer.close()
  expect(tab.readProgress()).toMatchObject({ kept: false, looks: 300 })
})

test('what an older Lookbook kept in another shape is dropped', async () => {
  const storage = new IDBFactory()
  const database = await openDatabase(
    storage,
    'lookbook.catalogue.test',
    1,
    (fresh) => void fresh.createObjectStore('facts'),
  )
  await fulfilled(
    database.transaction('facts', 'readwrite').objectStore('facts').put('{"old":true}', 'record'),
  )
  database.close()
  const { send } = sandboxFetch({ looks: 300 })
  const tab = openTab(send, { storage })
  await tab.open()
  expect(await tab.over()).toMatchObject({ looks: 300, kept: true })
})

test('each account has a catalogue of its own, and those nobody opens are forgotten after 30 days', async () => {
  const storage = new IDBFactory()
  for (const account of ['a', 'b', 'c']) {
    const { send } = sandboxFetch({ looks: 40 })
    const tab = openTab(send, { storage, account })
    await tab.open()
    await tab.over()
    await settled()
    tab.close()
    await settled()
  }
  expect(await names(storage)).toEqual([
    'lookbook.catalogue.a',
    'lookbook.catalogue.b',
    'lookbook.catalogue.c',
    'lookbook.catalogues',
  ])
  const list = await openDatabase(storage, 'lookbook.catalogues', 1, () => {})
  await fulfilled(
    list
      .transaction('opened', 'readwrite')
      .objectStore('opened')
      .put(Date.now() - 31 * 24 * hour, 'a'),
  )
  list.close()
  const { send } = sandboxFetch({ looks: 40 })
  const tab = openTab(send, { storage, account: 'c' })
  await tab.open()
  await expect
    .poll(() => names(storage))
    .toEqual(['lookbook.catalogue.b', 'lookbook.catalogue.c', 'lookbook.catalogues'])
})

test('all catalogues are forgotten at once, also one that a tab has open, and nothing else is', async () => {
  const storage = new IDBFactory()
  ;(await openDatabase(storage, 'lookbook-boards', 1, (made) => made.createObjectStore('boards'))).close()
  await visited(storage)
  const { send } = sandboxFetch({ looks: 200 })
  const open = openTab(send, { storage, account: 'other' })
  await open.open()
  await open.over()
  expect((await names(storage)).filter((name) => name.startsWith('lookbook.catalogue'))).toHaveLength(3)
  await forgetCatalogues(storage)
  expect(await names(storage)).toEqual(['lookbook-boards'])
  // The tab goes on with what it knows.
  expect(open.readProgress()).toMatchObject({ looks: 200, kept: false })
})
