import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { budgetLimits } from '#server/budgets.ts'
import { openLedger } from '#server/ledger-file.ts'
import type { IntentState, Ledger, Order, Settlement } from '#server/ledger.ts'

const limits = budgetLimits({ userMinute: 1000, userDay: 1000, allMinute: 1000, allDay: 1000 })
const now = 1_700_000_000_000

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lookbook-ledger-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const orderOf = (key: string, more: Partial<Order> = {}): Order => ({
  user: 'local',
  kind: 'session',
  route: '/v3/video-agents',
  key,
  body: '{"prompt":"Tea."}',
  hash: 'h',
  upstreamKey: 'u',
  cost: 1,
  facts: { title: null, prompt: 'p', hidden: false },
  ...more,
})

function opened(ledger: Ledger, key = 'k', more: Partial<Order> = {}) {
  const result = ledger.open(orderOf(key, more), limits, now)
  if (result.kind === 'over') throw new Error('over budget')
  return result.record
}

const settlements: Record<Settlement['state'], Settlement> = {
  done: { state: 'done', answer: '{"data":{}}', resultId: 'r1' },
  refused: {
    state: 'refused',
    error: { status: 402, code: 'c', message: 'm', param: null, retry_after: null },
  },
  unknown: { state: 'unknown' },
  absent: { state: 'absent' },
}

/** Ways into each state, by what was done to the order. */
const into: Record<IntentState, ('sent' | Settlement['state'])[]> = {
  new: [],
  sending: ['sent'],
  unknown: ['sent', 'unknown'],
  done: ['sent', 'done'],
  refused: ['sent', 'refused'],
  absent: ['sent', 'unknown', 'absent'],
}

const allowed: [from: IntentState, to: Settlement['state']][] = [
  ['sending', 'done'],
  ['sending', 'refused'],
  ['sending', 'unknown'],
  ['unknown', 'done'],
  ['unknown', 'refused'],
  ['unknown', 'absent'],
]

const states: IntentState[] = ['new', 'sending', 'unknown', 'done', 'refused', 'absent']
const table = states.flatMap((from) =>
  (['done', 'refused', 'unknown', 'absent'] as const).map(
    (to): [IntentState, Settlement['state'], boolean] => [
      from,
      to,
      allowed.some(([left, right]) => left === from && right === to),
    ],
  ),
)

test.each(table)('%s to %s: %s', (from, to, expected) => {
  const ledger = openLedger(':memory:')
  const { id } = opened(ledger)
  for (const step of into[from])
    if (step === 'sent') ledger.sent(id, { resend: false, now })
    else ledger.settle(id, settlements[step], now)
  expect(ledger.get(id)?.state).toBe(from)
  expect(ledger.settle(id, settlements[to], now)).toBe(expected)
  expect(ledger.get(id)?.state).toBe(expected ? to : from)
})

test('the body is kept while it may be sent again, and not longer', () => {
  for (const [state, kept] of [
    ['unknown', true],
    ['done', false],
    ['refused', false],
  ] as const) {
    const ledger = openLedger(':memory:')
    const { id } = opened(ledger)
    ledger.sent(id, { resend: false, now })
    expect(ledger.get(id)?.body).toBe('{"prompt":"Tea."}')
    ledger.settle(id, settlements[state], now)
    expect(ledger.get(id)?.body).toBe(kept ? '{"prompt":"Tea."}' : null)
  }
})

/** Does one thing to an order; whether it was written down as sent. */
function take(ledger: Ledger, id: number, what: string): boolean {
  if (what === 'forget') ledger.forget(id)
  if (what === 'listed') ledger.listed(id, true, now)
  if (what === 'takeOver') ledger.takeOver(now)
  if (what === 'done' || what === 'refused' || what === 'unknown' || what === 'absent')
    ledger.settle(id, settlements[what], now)
  if (what !== 'sent') return false
  try {
    ledger.sent(id, { resend: false, now })
    return true
  } catch {
    return false
  }
}

test('whatever happens in whatever order, an end stays the end, and no order is two', () => {
  const step = record({
    do: constantFrom('open', 'sent', 'done', 'refused', 'unknown', 'absent', 'forget', 'listed', 'takeOver'),
    key: constantFrom('a', 'b'),
  })
  const ends = new Set<string>()
  const facts = property(array(step, { minLength: 10, maxLength: 60, size: 'max' }), (steps) => {
    const ledger = openLedger(':memory:')
    const final = new Map<string, unknown>()
    let sends = 0
    for (const { do: what, key } of steps) {
      const before = ledger.find('local', key)
      if (before && take(ledger, before.id, what)) sends += 1
      if (!before && what === 'open') opened(ledger, key)
      const after = ledger.find('local', key)
      if (before && before.state !== 'new' && after?.id !== before.id) return false
      if (!after || !['done', 'refused', 'absent'].includes(after.state)) {
        if (final.has(key)) return false
        continue
      }
      const { state, body, answer, error } = after
      if (final.has(key) && final.get(key) !== state) return false
      if (
        body !== null ||
        (answer !== null) !== (state === 'done') ||
        (error !== null) !== (state === 'refused')
      )
        return false
      final.set(key, state)
      ends.add(state)
    }
    const attempts = ['a', 'b'].map((key) => ledger.find('local', key)?.attempts ?? 0)
    ledger.close()
    return attempts.reduce((sum, count) => sum + count, 0) === sends
  })
  assert(facts, { numRuns: 300 })
  // The runs got everywhere.
  expect([...ends].toSorted()).toEqual(['absent', 'done', 'refused'])
})

test('what was written is there after the process, in a file of its own user', () => {
  const file = join(folder(), 'deep', 'ledger.sqlite')
  const first = openLedger(file)
  const { id } = opened(first)
  first.sent(id, { resend: false, now })
  first.settle(id, settlements.done, now)
  first.close()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
  const second = openLedger(file)
  expect(second.find('local', 'k')).toMatchObject({ state: 'done', answer: '{"data":{}}' })
  expect(second.claimed('session', 'r1')).toBe(true)
  expect(second.claimed('video', 'r1')).toBe(false)
  second.close()
})

test('one process at a time has the file', () => {
  const file = join(folder(), 'ledger.sqlite')
  const first = openLedger(file)
  expect(() => openLedger(file)).toThrow('locked')
  first.close()
  openLedger(file).close()
})

test('taking over, what was never sent is gone, what was being sent is in doubt', () => {
  const ledger = openLedger(':memory:')
  opened(ledger, 'new')
  const { id } = opened(ledger, 'sending')
  ledger.sent(id, { resend: false, now })
  ledger.takeOver(now)
  expect(ledger.find('local', 'new')).toBeUndefined()
  expect(ledger.get(id)).toMatchObject({ state: 'unknown', body: '{"prompt":"Tea."}', attempts: 1 })
})

test('what is long over is forgotten at a start', () => {
  const ledger = openLedger(':memory:')
  const { id } = opened(ledger)
  ledger.sent(id, { resend: false, now })
  ledger.settle(id, settlements.done, now)
  ledger.takeOver(now + 89 * 24 * 60 * 60_000)
  expect(ledger.get(id)).toBeDefined()
  ledger.takeOver(now + 91 * 24 * 60 * 60_000)
  expect(ledger.get(id)).toBeUndefined()
})
