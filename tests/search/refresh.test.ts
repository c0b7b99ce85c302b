import { expect, test } from 'vitest'
import { idsOf, refuse, rig, sandboxFetch, urlOf } from './walk-rig.ts'

/** The sandbox's answers as another day would give them. */
function otherDay(
  send: typeof fetch,
  change: (look: Record<string, unknown>) => Record<string, unknown> | null,
) {
  const altered: typeof fetch = async (input, init) => {
    const answer = await send(input, init)
    const url = urlOf(input)
    const body = await answer.json()
    if (url.pathname.endsWith('/looks'))
      body.data = body.data.flatMap((look: Record<string, unknown>) => change(look) ?? [])
    return Response.json(body, { status: answer.status })
  }
  return altered
}

const signed = (look: Record<string, unknown>) => ({
  ...look,
  preview_image_url: `https://files2.heygen.ai/${String(look['id'])}.webp?Signature=${Math.random()}`,
})

async function walked(looks = 900) {
  const { send, asked } = sandboxFetch({ looks })
  const { book, walk } = rig(otherDay(send, signed))
  await walk()
  return { send, asked, book, ids: idsOf(book) }
}

test('the first walk has nothing to compare with', async () => {
  const { book } = await walked()
  expect(book.record.changes).toMatchObject({ since: null, counts: { added: 0, changed: 0, removed: 0 } })
})

test('a refresh tells what came, went and changed, and takes new signatures for no change', async () => {
  const { send, book, ids } = await walked()
  const [gone = '', renamed = '', hidden = ''] = [ids[3], ids[80], ids[500]]
  // One that was not there the first time.
  const name = book.index.look(gone)?.look.name
  const late = book.index.look(hidden)
  book.drop([hidden], [])
  expect(late).toBeDefined()
  const since = book.record.walkedAt
  const link = book.index.look(renamed)?.look.preview_image_url
  const again = rig(
    otherDay(send, (look) => {
      if (look['id'] === gone) return null
      return signed(look['id'] === renamed ? { ...look, name: 'Another name' } : look)
    }),
    book,
  )
  await again.walk()
  expect(book.record.changes).toEqual({
    since,
    added: [hidden],
    changed: [renamed],
    removed: [{ id: gone, name }],
    counts: { added: 1, changed: 1, removed: 1 },
  })
  expect(idsOf(book)).toEqual(ids.filter((id) => id !== gone))
  expect(book.index.look(renamed)?.look.name).toBe('Another name')
  // The newest links are the ones that work.
  expect(book.index.look(renamed)?.look.preview_image_url).not.toBe(link)
  // HeyGen still counts the one that went: said, and no more.
  expect(book.record).toMatchObject({ missing: 1, whole: true })
})

test('a person who is gone goes with all their looks', async () => {
  const { send, book } = await walked()
  const person = Array.from(book.index.everyGroup(), ({ group }) => group.id)[3]
  const of = Array.from(book.index.everyLook(), ({ look }) => look).filter(
    ({ group_id }) => group_id === person,
  )
  expect(of.length).toBeGreaterThan(0)
  const without = otherDay(send, (look) => (look['group_id'] === person ? null : signed(look)))
  const again = rig(async (input, init) => {
    const answer = await without(input, init)
    if (!urlOf(input).pathname.endsWith('/avatars')) return answer
    const body = await answer.json()
    body.data = body.data.filter((group: { id: string }) => group.id !== person)
    return Response.json(body)
  }, book)
  await again.walk()
  expect(person && book.index.group(person)).toBeUndefined()
  expect(book.index.looks).toBe(900 - of.length)
  expect(book.record.changes.counts.removed).toBe(of.length)
  expect(book.record).toMatchObject({ missing: 0, whole: true })
})

test('nothing is taken out by a walk that broke off', async () => {
  const { send, book, ids } = await walked()
  let asked = 0
  const again = rig((input, init) => {
    asked += 1
    return asked > 9 ? Promise.resolve(refuse(401)) : otherDay(send, () => null)(input, init)
  }, book)
  await expect(again.walk()).rejects.toThrow('401')
  expect(idsOf(book)).toEqual(ids)
})

test('nothing is taken out for a listing that broke, where the person cannot be read either', async () => {
  const { send, book, ids } = await walked()
  const own = Array.from(book.index.everyLook()).filter((look) => look.own)
  const again = rig((input, init) => {
    const { searchParams, pathname } = urlOf(input)
    const looks = pathname.endsWith('/looks')
    if (looks && searchParams.get('ownership') === 'public') return Promise.resolve(refuse(400))
    if (looks && searchParams.has('group_id')) return Promise.resolve(refuse(400))
    return otherDay(send, signed)(input, init)
  }, book)
  await again.walk()
  expect(idsOf(book)).toEqual(ids)
  expect(book.record.whole).toBe(false)
  expect(book.record.missing).toBe(900 - own.length)
})

test('an empty answer for one listing costs nothing that its people still have', async () => {
  const { send, book, ids } = await walked()
  // Cut at once: has_more without a token.
  const again = rig(async (input, init) => {
    const { searchParams, pathname } = urlOf(input)
    if (pathname.endsWith('/looks') && searchParams.get('ownership') === 'public')
      return Response.json({ data: [], has_more: true, next_token: null })
    return otherDay(send, signed)(input, init)
  }, book)
  await again.walk()
  expect(idsOf(book)).toEqual(ids)
  expect(book.record).toMatchObject({ whole: true, missing: 0 })
})

test('beyond 500 changes only the count goes on', async () => {
  const { send, book } = await walked()
  const renamed = otherDay(send, (look) => ({ ...signed(look), name: `New ${String(look['name'])}` }))
  await rig(renamed, book).walk()
  expect(book.record.changes.counts.changed).toBe(900)
  expect(book.record.changes.changed).toHaveLength(500)
})
