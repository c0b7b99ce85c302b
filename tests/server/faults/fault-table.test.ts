import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canary, portOf } from '../fixtures.ts'
import { faultKinds, goodBody, reply, type Ending, type FaultKind } from './fault-kinds.ts'
import { runtimes, type RunningLookbook } from './runtimes.ts'

/** How often HeyGen does it before it is well again. */
const patterns = [
  { when: 'every time', times: Infinity, path: (id: string) => `/v3/avatars/looks?group_id=${id}` },
  { when: 'every time, for one look', times: Infinity, path: (id: string) => `/v3/avatars/looks/${id}` },
  { when: 'once', times: 1, path: (id: string) => `/v3/avatars/looks?group_id=${id}` },
  { when: 'twice', times: 2, path: (id: string) => `/v3/avatars?token=${id}` },
]

/** A HeyGen in which each question names what goes wrong with it, and how often: `f7.2.x` is fault 7, twice. */
function createFaulty() {
  const turns = new Map<string, number>()
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (data) => {
      const [, name = '', fault = '0', times = '0'] =
        /(f(\d+)\.(\w+)\.\w+)/.exec(data.toString('latin1')) ?? []
      const turn = (turns.get(name) ?? 0) + 1
      turns.set(name, turn)
      if (turn <= Number(times)) faultKinds[Number(fault)]?.answer(socket)
      else socket.end(reply('200 OK', goodBody))
    })
  })
  return { server, turnsOf: (name: string) => turns.get(name) ?? 0 }
}

const { server, turnsOf } = createFaulty()
beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    }),
)
afterAll(() => void server.close())

const endingOf = ({ ends, workerd }: FaultKind, runtime: string): Ending =>
  runtime === 'workerd' ? { ...ends, ...workerd } : ends

/** What comes of a fault that happens so many times: retries get over it, or its own end is the answer. */
function endOf(ending: Ending, times: number): Ending {
  if (times >= ending.turns || ending.code === null) return ending
  return { status: 200, code: null, turns: times + 1 }
}

const cases = faultKinds.flatMap((kind, at) => patterns.map((pattern) => ({ kind, at, ...pattern })))

describe.each(['node', 'workerd'] as const)('on %s', (runtime) => {
  let lookbook: RunningLookbook
  beforeAll(async () => {
    lookbook = await runtimes[runtime](`http://127.0.0.1:${portOf(server)}`)
  }, 120_000)
  afterAll(() => lookbook.close())

  test.concurrent.each(cases.map((one) => [one.kind.name, one.when, one] as const))(
    '%s, %s',
    async (_, when, one) => {
      const name = `f${one.at}.${one.times}.${runtime}${patterns.findIndex((pattern) => pattern.when === when)}`
      const started = performance.now()
      const answer = await lookbook.call(one.path(name))
      const text = await answer.text()
      const expected = endOf(endingOf(one.kind, runtime), one.times)
      const told: { error?: { code?: string; request_id?: string } } = JSON.parse(text)
      expect({ status: answer.status, code: told.error?.code ?? null, turns: turnsOf(name) }).toEqual(
        expected,
      )
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
      expect(text + JSON.stringify([...answer.headers])).not.toContain(canary)
      expect(performance.now() - started).toBeLessThan(5000)
    },
  )
})
