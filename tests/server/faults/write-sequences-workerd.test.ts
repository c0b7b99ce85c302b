import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canary, portOf } from '../fixtures.ts'
import { goodBody, reply } from './fault-kinds.ts'
import { runtimes, type RunningLookbook } from './runtimes.ts'
import { createWriteHeygen, type Deed } from './write-heygen.ts'
import {
  callOf,
  errorBody,
  isTaken,
  judge,
  learn,
  noBudget,
  nothingKnown,
  refusals,
  sequences,
  type DeedName,
  type Drawn,
  type Sequence,
} from './write-model.ts'

/** What HeyGen does, as bytes. */
function bytesOf(deed: DeedName, made: string): Buffer {
  const [status, code = ''] = refusals[deed] ?? []
  if (status !== undefined) return reply(`${status} No`, errorBody(code))
  if (deed === 'cut') return reply('200 OK', made).subarray(0, -8)
  if (deed === 'html') return reply('200 OK', '<h1>Wait</h1>')
  if (deed === 'redirect') return reply('307 Moved', '', ['Location: /v3/trap'])
  return reply('200 OK', deed === 'idless' ? goodBody : made)
}

function onSocket(drawn: Drawn): Deed {
  const { deed } = drawn
  return {
    taken: isTaken(drawn),
    judges: deed === 'body',
    answer(socket, made) {
      if (deed === 'reset') socket.resetAndDestroy()
      else socket.end(bytesOf(deed, made))
    },
  }
}

const plans = new Map<string, Drawn[]>()
const { server, postsOf, madeOf, trapped } = createWriteHeygen((name, turn) => {
  const drawn = plans.get(name)?.[turn - 1]
  return drawn && onSocket(drawn)
})
let workerd: RunningLookbook
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  workerd = await runtimes.workerd(`http://127.0.0.1:${portOf(server)}`, noBudget)
}, 120_000)
afterAll(async () => {
  server.close()
  await workerd.close()
})

let started = 0

/** Clicks and questions; time is the wall's, and each look at an order in doubt comes soon. */
async function runThere({ intents, steps }: Sequence): Promise<string[]> {
  started += 1
  // As long as each other: a title that begins like another's would be taken for it.
  const names = intents.map((_, at) => `w${String(started).padStart(6, '0')}-${at}`)
  const titled = intents.map((one) => (one.kind === 'untitled' ? { ...one, kind: 'video' as const } : one))
  for (const [at, { does }] of titled.entries()) plans.set(names[at] ?? '', does)
  const known = titled.map(nothingKnown)
  const wrong: string[] = []
  const take = async (at: number, answers: Promise<Response>[]) => {
    for (const answer of await Promise.all(answers))
      wrong.push(...(await learn(known[at] ?? nothingKnown(), answer)))
  }
  const click = (at: number) => {
    const { path, body } = callOf(titled[at] ?? { kind: 'video', does: [] }, names[at] ?? '')
    return workerd.call(path, { method: 'POST', key: names[at] ?? '', body })
  }
  for (const { does, intent } of steps) {
    const at = intent % titled.length
    if (does === 'ask') await take(at, [workerd.call(`/intents/${names[at]}`)])
    else if (does === 'click thrice') await take(at, [click(at), click(at), click(at)])
    else if (does !== 'rest' && does !== 'end') await take(at, [click(at)])
  }
  for (const [at, intent] of titled.entries()) {
    const name = names[at] ?? ''
    const posts = postsOf(name)
    const busy = (plans.get(name) ?? []).slice(0, posts.length).filter(({ deed }) => deed === 'busy').length
    const keys = new Set(posts.map(({ key }) => key))
    const end = known[at] ?? nothingKnown()
    wrong.push(...judge(intent, end, { posts: posts.length, busy, keys, made: madeOf(name) }))
    if (posts.length > 0 && end.id === null && end.none === null)
      wrong.push(`${intent.kind}: never found out`)
  }
  return wrong
}

test(
  '500 random sequences of faults on workerd: at most one video an intent, and what is told is true',
  { timeout: 600_000 },
  async () => {
    const together = fc.array(sequences, { minLength: 10, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(together, async (all) => {
        expect((await Promise.all(all.map(runThere))).flat()).toEqual([])
      }),
      { numRuns: 50, endOnFailure: true },
    )
    expect(started).toBe(500)
    expect(trapped()).toBe(0)
    expect(workerd.log()).not.toContain(canary)
  },
)
