import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canary, portOf } from '../fixtures.ts'
import { runtimes, type RunningLookbook } from './runtimes.ts'
import { writeFaults, type WriteFault } from './write-fault-kinds.ts'
import { createWriteHeygen } from './write-heygen.ts'

type Kind = 'video' | 'session' | 'message' | 'stop'

/** Where it is sent, and what; the name stands in what HeyGen shows of it again. */
const calls: Record<Kind, (name: string) => { path: string; body: unknown }> = {
  video: (name) => ({
    path: '/v3/videos',
    body: { type: 'avatar', avatar_id: 'a', script: 'Hi.', title: name },
  }),
  session: (name) => ({ path: '/v3/video-agents', body: { prompt: name } }),
  message: (name) => ({ path: `/v3/video-agents/in-${name}`, body: { message: name } }),
  stop: (name) => ({ path: `/v3/video-agents/${name}/stop`, body: {} }),
}

interface Case {
  kind: Kind
  fault: WriteFault
  /** HeyGen carries it out all the same. */
  taken: boolean
  /** How often HeyGen does it before it is well again. */
  times: number
}

interface Ending {
  state: 'done' | 'refused' | 'absent'
  posts: number
}

/** HeyGen's own schedule: a video is sent again twice, and asked for four times while HeyGen works on it. */
const resends = 2
const polls = 4

function endOf({ kind, fault: { says }, taken, times }: Case): Ending {
  if (says === 'done') return { state: 'done', posts: 1 }
  if (says === 'refused') return { state: 'refused', posts: 1 }
  // What is listed decides.
  const found = taken ? 'done' : 'absent'
  if (kind !== 'video') return { state: found, posts: 1 }
  const more = says === 'busy' ? polls : resends
  return times > more ? { state: found, posts: 1 + more } : { state: 'done', posts: 1 + times }
}

/** Each wait is for one way to go wrong, and so is not waited for in every way there is. */
const timesOf = ({ says, slow = false }: WriteFault, kind: Kind) => {
  if (kind !== 'video' || (says !== 'nothing' && says !== 'busy')) return [Infinity]
  return slow ? [1, Infinity] : [1, 2, Infinity]
}

const takenOf = ({ says }: WriteFault) =>
  says === 'done' ? [true] : says === 'refused' ? [false] : [true, false]

const orders = (['video', 'session', 'message'] as const).flatMap((kind) =>
  writeFaults.flatMap((fault) =>
    timesOf(fault, kind).flatMap((times) =>
      takenOf(fault).map((taken): Case => ({ kind, fault, taken, times })),
    ),
  ),
)
const stops = writeFaults.map((fault): Case => ({ kind: 'stop', fault, taken: false, times: Infinity }))

const nameOf = ({ kind, fault, taken, times }: Case) =>
  [kind, writeFaults.indexOf(fault), taken ? 'taken' : 'not', times].join('-')
const cases = new Map([...orders, ...stops].map((one) => [nameOf(one), one]))

const wordsOf = ({ kind, fault, taken, times }: Case) =>
  `${kind}: ${fault.name}, ${times === Infinity ? 'every time' : `${times} times`}, ${taken ? '' : 'not '}carried out`

/** An answer in short, and what every answer holds but this one does not. */
interface Told {
  what: string
  id: string | null
  replayed: boolean
  wrong: string[]
}

interface Body {
  data?: { video_id?: string; session_id?: string }
  error?: { code?: string; message?: string; request_id?: string }
}

const noAnswer = 'no answer'

/** Which of the ways to fail it was differs between runtimes. */
const shortly = (status: number, code: string | undefined) =>
  (status === 502 || status === 504) && code?.startsWith('upstream_') === true
    ? noAnswer
    : `${status} ${code ?? ''}`.trim()

async function read(answer: Response): Promise<Told & Body> {
  const { status, headers } = answer
  const text = await answer.text()
  const body: Body = JSON.parse(text)
  const { code, message = '', request_id: requestId = '' } = body.error ?? {}
  const typed = status === 200 ? body.error == null : /^\w+$/.test(code ?? '') && message !== ''
  const holds = {
    'the type': headers.get('content-type')?.startsWith('application/json') === true,
    'an object': text.startsWith('{'),
    'a code and a message': typed,
    'a request id': status === 200 || /^[\da-f-]{36}$/.test(requestId),
    'no credential': !(text + JSON.stringify([...headers])).includes(canary),
    'a wait in seconds': /^\d+$/.test(headers.get('retry-after') ?? '0'),
  }
  return {
    ...body,
    what: shortly(status, code),
    id: body.data?.video_id ?? body.data?.session_id ?? null,
    replayed: headers.get('idempotent-replayed') === 'true',
    wrong: Object.entries(holds).flatMap(([what, held]) => (held ? [] : [what])),
  }
}

const toldOf = ({ what, id, replayed, wrong }: Told): Told => ({ what, id, replayed, wrong })

/** How an order's end is told. */
function endingOf(state: Ending['state'], { status, code }: WriteFault, id: string | undefined) {
  if (state === 'done') return { what: '200', id, wrong: [] }
  if (state === 'absent') return { what: '409 intent_absent', id: null, wrong: [] }
  return { what: shortly(status ?? 0, code), id: null, wrong: [] }
}

/** What a call is told that is sent once, and of which no id is asked. */
function stopOf({ says, name, status, code }: WriteFault): string {
  if (status !== undefined) return shortly(status, code)
  return says === 'done' || name.startsWith('200 ') ? '200' : noAnswer
}

describe.each(['node', 'workerd'] as const)('on %s', (runtime) => {
  // A case on its own, or the order after it, with which HeyGen has no trouble.
  const { server, postsOf, madeOf, trapped } = createWriteHeygen((name, turn) => {
    const one = cases.get(name)
    return one && turn <= one.times ? { taken: one.taken, answer: one.fault.answer } : undefined
  })
  let lookbook: RunningLookbook
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const many = '9999999'
    const budgets = { CREATES_PER_DAY: '1', CREATES_PER_MINUTE_ALL: many, CREATES_PER_DAY_ALL: many }
    lookbook = await runtimes[runtime](`http://127.0.0.1:${portOf(server)}`, budgets)
  }, 120_000)
  afterAll(async () => {
    server.close()
    await lookbook.close()
  })

  const order = async (kind: Kind, name: string, user: string) => {
    const { path, body } = calls[kind](name)
    const call = { method: 'POST', user, key: `intent-${name}`, body: JSON.stringify(body) }
    return read(await lookbook.call(path, call))
  }

  test.concurrent.each(orders.map((one) => [wordsOf(one), one] as const))('%s', async (_, one) => {
    const name = nameOf(one)
    const { state, posts } = endOf(one)
    const first = await order(one.kind, name, name)
    const intent = await read(await lookbook.call(`/intents/intent-${name}`, { user: name }))
    const again = await order(one.kind, name, name)
    const [made] = madeOf(name)
    const ending = endingOf(state, one.fault, made)
    expect(toldOf(first)).toEqual({ ...ending, replayed: false })
    expect(intent).toMatchObject({ data: { state, next_check_in: null }, wrong: [] })
    // The same intent again is told again. That there was no order is no answer of HeyGen's.
    expect(toldOf(again)).toEqual({ ...ending, replayed: state !== 'absent' })
    expect(postsOf(name)).toHaveLength(posts)
    expect(new Set(postsOf(name).map(({ key, body }) => `${key} ${body}`)).size).toBe(1)
    expect(madeOf(name)).toHaveLength(state === 'done' ? 1 : 0)

    // One a day: what was made has taken the person's place, what was not has given it back.
    const next = await order(one.kind, `after-${name}`, name)
    expect(next.what).toBe(state === 'done' ? '429 budget_exceeded' : '200')
    expect(postsOf(`after-${name}`)).toHaveLength(state === 'done' ? 0 : 1)
  })

  test.concurrent.each(stops.map((one) => [wordsOf(one), one] as const))('%s', async (_, one) => {
    const name = nameOf(one)
    const { what, wrong } = await order(one.kind, name, name)
    expect({ what, wrong }).toEqual({ what: stopOf(one.fault), wrong: [] })
    expect(postsOf(name)).toHaveLength(1)
    // It costs nothing, so it takes nobody's place.
    expect((await order('video', `after-${name}`, name)).what).toBe('200')
  })

  test('no redirect was followed, and the credential is in no line of the log', async () => {
    expect(trapped()).toBe(0)
    await expect.poll(() => lookbook.log().length).toBeGreaterThan(10_000)
    expect(lookbook.log()).not.toContain(canary)
  })
})
