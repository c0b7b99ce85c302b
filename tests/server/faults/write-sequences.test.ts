import { setTimeout as later } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openLedger } from '#server/ledger-file.ts'
import { createSpending, type Spending } from '#server/spending.ts'
import { canary, configOf, pageHeaders, upstreamOf } from '../fixtures.ts'
import {
  callOf,
  errorBody,
  isTaken,
  judge,
  learn,
  noBudget,
  nothingKnown,
  nothingSeen,
  refusals,
  seen,
  sequences,
  type DeedName,
  type Drawn,
  type Sequence,
  type Step,
} from './write-model.ts'

function answerOf(deed: DeedName, made: string): Response {
  const [status, code] = refusals[deed] ?? [200, '']
  if (status !== 200) return new Response(errorBody(code), { status })
  if (deed === 'cut') return new Response(made.slice(0, 12))
  if (deed === 'html') return new Response('<h1>Wait</h1>')
  if (deed === 'redirect') return new Response(null, { status: 307, headers: { location: '/v3/trap' } })
  if (deed === 'idless') return new Response('{"data":{}}')
  if (deed === 'good') return new Response(made)
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) })
}

interface Made {
  name: string
  id: string
  key: string
  path: string
  title: string | null
  at: number
}

const said = (content: string, at: number) => ({ role: 'user', type: 'text', content, created_at: at })

const seconds = ({ at }: Made) => Math.floor(at / 1000)

/** HeyGen as a function, on the sequence's own clock. */
function heygenOf({ intents, lag }: Sequence) {
  const world = { now: 1_700_000_000_000, lists: 'well' as Step['lists'], trapped: false, late: false }
  const made: Made[] = []
  const witnesses = intents.map(nothingSeen)
  const sent = intents.map((): number[] => [])

  function post(path: string, body: string, key: string): Response {
    const name = /i(\d)/.exec(body)?.[0] ?? ''
    const at = Number(name.slice(1))
    const { kind, does } = intents[at] ?? { kind: 'video', does: [] }
    const witness = witnesses[at] ?? nothingSeen()
    const drawn: Drawn = does[witness.posts] ?? { deed: 'good', taken: true }
    witness.posts += 1
    witness.keys.add(key)
    sent[at]?.push(world.now)
    const known = path === '/v3/videos' ? made.find((one) => one.key === key) : undefined
    const deed = known && drawn.deed === 'body' ? 'good' : drawn.deed
    if (deed === 'busy') witness.busy += 1
    let one = known
    if (!one && isTaken(drawn)) {
      const id = kind === 'message' ? `in-${name}` : `${name}-${made.length}`
      one = { name, id, key, path, title: kind === 'video' ? name : null, at: world.now }
      made.push(one)
      witness.made.push(id)
    }
    const field = path === '/v3/videos' ? 'video_id' : 'session_id'
    return answerOf(deed, JSON.stringify({ data: { [field]: one?.id ?? 'never' } }))
  }

  function get(path: string): Response {
    if (world.lists === 'down') return new Response(errorBody('internal_error'), { status: 500 })
    const shown = made.filter(({ at }) => at + lag <= world.now).toReversed()
    const [, id] = /^\/v3\/video-agents\/([^/?]+)/.exec(path) ?? []
    if (id === undefined) {
      const rows = shown.filter((one) => path.startsWith(`${one.path}?`))
      const data = rows.map((one) =>
        path.startsWith('/v3/videos')
          ? { id: one.id, title: one.title, status: 'processing', created_at: seconds(one) }
          : { session_id: one.id, title: null, created_at: seconds(one) },
      )
      return Response.json({ data, has_more: false, next_token: null })
    }
    const written = shown.filter((one) => one.id === id && one.path !== '/v3/videos')
    const messages = [said('Begin.', 1), ...written.map((one) => said(one.name, seconds(one)))]
    return Response.json({ data: { session_id: id, status: 'generating', created_at: 1, messages } })
  }

  const fetch = async (url: string, { method, body, headers }: RequestInit) => {
    // Later than the call, as a line is: a server may end between them.
    await Promise.resolve()
    const { pathname, search } = new URL(url)
    if (pathname.endsWith('trap')) world.trapped = true
    return method === 'POST'
      ? post(
          pathname,
          typeof body === 'string' ? body : '',
          new Headers(headers).get('idempotency-key') ?? '',
        )
      : get(pathname + search)
  }
  return { world, witnesses, sent, fetch }
}

/** The server in this process, which can end and start anew on the same ledger. */
function serverOf({ world, fetch }: ReturnType<typeof heygenOf>) {
  const config = configOf({ HEYGEN_API_KEY: canary, ...noBudget })
  const { close: end, ...ledger } = openLedger(':memory:')
  const upstream = upstreamOf({ baseUrl: config.baseUrl, credential: config.credential, fetch })
  let spending: Spending
  let app: ReturnType<typeof createApp>
  function start(): void {
    spending = createSpending({
      openLedger: () => ({ ...ledger, close: () => undefined }),
      upstream,
      budgets: config.budgets,
      sends: true,
      timings: { wait: 12, look: 500, resends: [1, 1], polls: [1, 1, 1, 1] },
      now: () => world.now,
      random: () => 0.5,
    })
    spending.start()
    app = createApp({ config, upstream, spending })
  }
  start()
  return {
    call: async (path: string, key: string, body?: string) =>
      app.request(`http://localhost:4173/api${path}`, {
        headers: {
          ...pageHeaders,
          'idempotency-key': key,
          ...(body === undefined
            ? {}
            : { origin: 'http://localhost:4173', 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { method: 'POST', body }),
      }),
    /** Nothing is being sent any more. */
    async idle() {
      while (ledger.pending().some(({ state }) => state === 'sending')) await later(1)
    },
    async restart() {
      await spending.close()
      start()
    },
    async close() {
      await spending.close()
      end()
    },
  }
}

async function runHere(sequence: Sequence): Promise<string[]> {
  const heygen = heygenOf(sequence)
  const { world, witnesses, sent } = heygen
  const server = serverOf(heygen)
  const { intents, steps } = sequence
  const known = intents.map(nothingKnown)
  const wrong: string[] = []
  const take = async (at: number, answers: Promise<Response>[]) => {
    for (const answer of await Promise.all(answers))
      wrong.push(...(await learn(known[at] ?? nothingKnown(), answer)))
  }
  const click = (at: number) => {
    const one = intents[at]
    const { path, body } = callOf(one ?? { kind: 'video', does: [] }, `i${at}`)
    return server.call(path, `key-${at}`, body)
  }
  const ask = (at: number) => server.call(`/intents/key-${at}`, '')
  for (const { does, intent, later: ms, lists } of steps) {
    const at = intent % intents.length
    world.now += ms
    world.lists = lists
    if (does === 'click') await take(at, [click(at)])
    if (does === 'click thrice') await take(at, [click(at), click(at), click(at)])
    if (does === 'ask') await take(at, [ask(at)])
    if (does === 'click and end') {
      const answer = click(at)
      await server.restart()
      await take(at, [answer])
    }
    if (does === 'end') await server.restart()
    await server.idle()
  }
  world.lists = 'well'
  for (let look = 0; look < 3; look++) {
    world.now += 31_000
    for (const at of intents.keys()) await take(at, [ask(at)])
    await server.idle()
  }
  for (const [at, intent] of intents.entries()) {
    const witness = witnesses[at] ?? nothingSeen()
    const end = known[at] ?? nothingKnown()
    wrong.push(...judge(intent, end, witness))
    const times = sent[at] ?? []
    if ((times.at(-1) ?? 0) - (times[0] ?? 0) > 10 * 60_000) wrong.push('sent after ten minutes')
    // An order without a title is told by time alone, and so leaves a doubt of those beside it.
    const alone = !intents.some(({ kind }) => kind === 'untitled') || !/video|untitled/.test(intent.kind)
    const open = end.id === null && end.none === null
    if (open && witness.posts > 0 && alone) wrong.push(`${intent.kind}: never found out`)
  }
  if (world.trapped) wrong.push('a redirect was followed')
  await server.close()
  return wrong
}

test(
  '1,500 random sequences of faults on Node: at most one video an intent, and what is told is true',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(sequences, async (sequence) => {
        expect(await runHere(sequence)).toEqual([])
      }),
      { numRuns: 1500 },
    )
    // All of it happened, and often.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50)
  },
)
