import { expect, test } from 'vitest'
import { buildCatalogue } from '#sandbox/catalogue.ts'
import { createCatalogue } from '#search/catalogue.ts'
import { createIndexService } from '#search/index-service.ts'
import type { SearchAnswer, Watch } from '#search/protocol.ts'
import type { FromIndex, ToIndex } from '#search/wire.ts'
import { base, refuse, sandboxFetch } from './walk-rig.ts'

const never = new AbortController().signal
const looksOnly = { by: 'looks', fold: false } as const
const all = { q: '', picks: {} }

/** A page with its index, and a real boundary between them: messages are cloned and come later. */
function page(send: typeof fetch, headers = () => ({ 'x-lookbook': '1' }) as Record<string, string>) {
  const said: ToIndex[] = []
  const heard: FromIndex[] = []
  const sight = Object.assign(new EventTarget(), { hidden: false })
  const catalogue = createCatalogue({
    settings: {
      baseUrl: base,
      pageUrl: 'http://lookbook.test/',
      mediaHosts: [],
      account: 't',
      publicOnly: false,
    },
    headers,
    page: sight,
    start(onMessage) {
      const service = createIndexService({
        storage: null,
        locks: null,
        openChannel: null,
        network: new EventTarget(),
        fetch: send,
        post(message) {
          const copy = structuredClone(message)
          heard.push(copy)
          setTimeout(() => onMessage(copy))
        },
      })
      return {
        post(message) {
          const copy = structuredClone(message)
          said.push(copy)
          if (copy.kind !== 'fetched') setTimeout(() => service.receive(copy))
        },
      }
    },
  })
  async function over() {
    await expect.poll(() => catalogue.readProgress().state, { timeout: 20_000 }).toBe('done')
  }
  async function walkAgain() {
    const before = catalogue.readProgress().walkedAt
    catalogue.walk()
    await expect.poll(() => catalogue.readProgress().walkedAt).not.toBe(before)
    await over()
  }
  return { catalogue, said, heard, sight, over, walkAgain }
}

/** The answers to a question, and its rows. */
function watching(
  { catalogue }: ReturnType<typeof page>,
  query = all,
  options: Parameters<typeof catalogue.watch>[1] = looksOnly,
) {
  const end = new AbortController()
  const answers: SearchAnswer[] = []
  const first = Promise.withResolvers<Watch>()
  catalogue.watch(
    query,
    options,
    (answer, watch) => {
      answers.push(answer)
      first.resolve(watch)
    },
    end.signal,
  )
  return { answers, watch: first.promise, end }
}

test('the page hears how far the walk is, to its end', async () => {
  const { catalogue, over, walkAgain } = page(sandboxFetch({ looks: 700 }).send)
  const states: string[] = []
  const end = catalogue.subscribe(() => states.push(catalogue.readProgress().state))
  expect(catalogue.readProgress().state).toBe('opening')
  await over()
  expect(catalogue.readProgress()).toMatchObject({
    looks: 700,
    expected: 700,
    whole: true,
    kept: false,
    error: null,
  })
  expect(states).toContain('walking')
  end()
  const { length } = states
  await walkAgain()
  expect(states).toHaveLength(length)
})

test('an answer grows with the catalogue, and rows that were given keep their places', async () => {
  const tab = page(sandboxFetch({ looks: 2500, latencyMs: 20 }).send)
  const { answers, watch } = watching(tab)
  const shown = await watch
  await expect.poll(() => answers.at(-1)?.rows ?? 0).toBeGreaterThan(150)
  const ids = async () => (await shown.looks(0, 60)).map(({ id }) => id)
  const before = await ids()
  expect(before).toHaveLength(60)
  expect(answers.at(-1)?.growing).toBe(true)
  await tab.over()
  await expect.poll(() => answers.at(-1)?.growing).toBe(false)
  expect(answers.at(-1)).toMatchObject({ rows: 2500, looks: 2500 })
  expect(await ids()).toEqual(before)
  expect((await shown.looks(2490, 2600)).length).toBe(10)
  expect(new Set((await shown.looks(0, 2500)).map(({ id }) => id)).size).toBe(2500)
  // Not one a page.
  expect(answers.length).toBeLessThan(12)
})

test('people are listed as well', async () => {
  const tab = page(sandboxFetch({ looks: 300 }).send)
  await tab.over()
  const { answers, watch } = watching(tab, all, { by: 'people', fold: false })
  const people = await (await watch).people(0, 100)
  expect(people).toHaveLength(buildCatalogue(300).groups(undefined).length)
  expect(answers[0]?.rows).toBe(people.length)
})

test('of questions that come quickly, only those that still stand are answered', async () => {
  const tab = page(sandboxFetch({ looks: 300 }).send)
  await tab.over()
  tab.heard.length = 0
  const typed = ['a', 'ad', 'adr', 'adri'].map((q, i, { length }) => {
    const question = watching(tab, { q, picks: {} })
    if (i < length - 1) question.end.abort()
    return question
  })
  await typed.at(-1)?.watch
  expect(typed.map(({ answers }) => answers.length)).toEqual([0, 0, 0, 1])
  expect(tab.heard.filter(({ kind }) => kind === 'answer')).toHaveLength(1)
})

test('a question that ended gets no answer any more, and its rows are refused', async () => {
  const tab = page(sandboxFetch({ looks: 300 }).send)
  await tab.over()
  const { answers, watch, end } = watching(tab)
  const shown = await watch
  end.abort()
  await expect(shown.looks(0, 10)).rejects.toThrow('aborted')
  const { length } = answers
  await tab.walkAgain()
  expect(answers).toHaveLength(length)
})

test('all that match are had by id, and counted among others', async () => {
  const { catalogue, over } = page(sandboxFetch({ looks: 700 }).send)
  await over()
  const photos = { q: '', picks: { type: ['photo_avatar'] } }
  const every = await catalogue.ids(all, never)
  const some = await catalogue.ids(photos, never)
  expect(new Set(every).size).toBe(700)
  expect(every.filter((id) => some.includes(id))).toEqual(some)
  expect(some.length).toBeGreaterThan(0)
  expect(await catalogue.countAmong(photos, every, never)).toBe(some.length)
  expect(await catalogue.countAmong(photos, ['nobody'], never)).toBe(0)
})

test('calls are answered, and rejected with the reason when aborted', async () => {
  const tab = page(sandboxFetch({ looks: 300 }).send)
  await tab.over()
  const { catalogue } = tab
  const [first, second] = buildCatalogue(300).looks({})
  const found = await catalogue.byId([second?.id ?? '', 'nobody', first?.id ?? ''], never)
  expect(found.map((look) => look?.name)).toEqual([second?.name, undefined, first?.name])
  const person = buildCatalogue(300).groups(undefined)[0]
  expect((await catalogue.people(all, person?.name ?? '', 50, never)).map(({ group }) => group.id)).toContain(
    person?.id,
  )
  expect((await catalogue.suggest(person?.name ?? '', 5, never)).people.length).toBeGreaterThan(0)
  const cells = await catalogue.cross(all, ['type', 'own'], never)
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(300)
  expect(await catalogue.changes(never)).toMatchObject({ since: null, added: [] })

  const stop = new AbortController()
  const asked = catalogue.byId(['x'], stop.signal)
  stop.abort(new Error('gone'))
  await expect(asked).rejects.toThrow('gone')
  await expect(catalogue.changes(stop.signal)).rejects.toThrow('gone')
})

test('changes name the looks as they are now', async () => {
  let shown = 300
  const small = sandboxFetch({ looks: 300 }).send
  const large = sandboxFetch({ looks: 310 }).send
  const tab = page((input, init) => (shown === 300 ? small : large)(input, init))
  await tab.over()
  shown = 310
  await tab.walkAgain()
  const changes = await tab.catalogue.changes(never)
  expect(changes.counts).toEqual({ added: 10, changed: 0, removed: 0 })
  const old = new Set(
    buildCatalogue(300)
      .looks({})
      .map(({ id }) => id),
  )
  expect(changes.added.map(({ id }) => id).toSorted()).toEqual(
    buildCatalogue(310)
      .looks({})
      .map(({ id }) => id)
      .filter((id) => !old.has(id))
      .toSorted(),
  )
})

test('stop ends the walk and keeps what is known; it can be taken up', async () => {
  const { send, asked } = sandboxFetch({ looks: 2000, latencyMs: 20 })
  const { catalogue, over } = page(send)
  await expect.poll(() => catalogue.readProgress().looks).toBeGreaterThan(100)
  catalogue.stop()
  await expect.poll(() => catalogue.readProgress().state).toBe('stopped')
  const { looks } = catalogue.readProgress()
  expect(looks).toBeGreaterThan(100)
  const { length } = asked
  catalogue.walk()
  await over()
  expect(catalogue.readProgress()).toMatchObject({ looks: 2000, whole: true })
  expect(asked.length).toBeLessThan(50)
  expect(asked.length).toBeGreaterThan(length)
})

test('a walk that is refused says why, and goes on with the token that came in since', async () => {
  const { send } = sandboxFetch({ looks: 120 })
  let token = ''
  const { catalogue, over } = page(
    (input, init) =>
      new Headers(init?.headers).get('x-lookbook-token') === 'right'
        ? send(input, init)
        : Promise.resolve(refuse(401)),
    () => ({ 'x-lookbook-token': token }),
  )
  await expect.poll(() => catalogue.readProgress().state).toBe('failed')
  expect(catalogue.readProgress().error).toContain('401')
  token = 'right'
  catalogue.walk()
  await over()
  expect(catalogue.readProgress()).toMatchObject({ looks: 120, error: null })
})

test('an unknown question and a walk that breaks are answered, not thrown', async () => {
  const { send } = sandboxFetch({ looks: 120 })
  const heard: FromIndex[] = []
  const service = createIndexService({
    storage: null,
    locks: null,
    openChannel: null,
    network: new EventTarget(),
    fetch: send,
    post: (message) => heard.push(message),
  })
  service.receive({ kind: 'call', id: 1, call: { name: 'changes' } })
  service.receive({ kind: 'call', id: 2, call: { name: 'looks', watch: 99, from: 0, to: 10 } })
  service.receive({ kind: 'walk' })
  service.receive({ kind: 'unwatch', watch: 7 })
  expect(heard).toEqual([
    { kind: 'failed', id: 1, message: 'The catalogue is not open yet.' },
    { kind: 'failed', id: 2, message: 'Nobody watches this question any more.' },
  ])
})

test('a hidden page has the walk go slower', async () => {
  const { send, asked } = sandboxFetch({ looks: 1500 })
  const tab = page(send)
  tab.sight.hidden = true
  tab.sight.dispatchEvent(new Event('visibilitychange'))
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  const { length } = asked
  await new Promise((resolve) => {
    setTimeout(resolve, 1500)
  })
  expect(asked.length - length).toBeLessThanOrEqual(2)
  tab.sight.hidden = false
  tab.sight.dispatchEvent(new Event('visibilitychange'))
  await tab.over()
})

test.each(['scroll', 'pointerdown', 'keydown'])(
  'who does a %s in the page has the walk go slower until it is still',
  async (sign) => {
    const { send } = sandboxFetch({ looks: 1500 })
    const tab = page(send)
    const told = () => tab.said.flatMap((message) => (message.kind === 'sight' ? [message.hidden] : []))
    tab.sight.dispatchEvent(new Event(sign))
    tab.sight.dispatchEvent(new Event(sign))
    expect(told()).toEqual([true])
    await expect.poll(told).toEqual([true, false])
    await tab.over()
  },
)
