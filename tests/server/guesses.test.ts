import { expect, test } from 'vitest'
import { Failure } from '#server/failure.ts'
import { createGuesses, guessRates } from '#server/guesses.ts'

function timed() {
  const clock = { now: 0 }
  const guesses = createGuesses({ now: () => clock.now })
  /** Seconds that a client is told to wait; null where it is heard. */
  const wait = (client: string) => {
    try {
      guesses.check(client)
      return null
    } catch (error) {
      if (!(error instanceof Failure) || error.status !== 429) throw error
      return Number(error.headers['retry-after'])
    }
  }
  const wrong = (client: string, times = 1) => {
    for (let turn = 0; turn < times; turn += 1) guesses.wrong(client)
  }
  return { clock, wait, wrong }
}

test('ten wrong tokens are free, then one a minute is', () => {
  const { clock, wait, wrong } = timed()
  wrong('ann', 9)
  expect(wait('ann')).toBeNull()
  wrong('ann')
  expect(wait('ann')).toBe(60)
  clock.now += 59_000
  expect(wait('ann')).toBe(1)
  clock.now += 1000
  expect(wait('ann')).toBeNull()
  wrong('ann')
  expect(wait('ann')).toBe(60)
  clock.now += guessRates.own.most * guessRates.own.every
  wrong('ann', 9)
  expect(wait('ann')).toBeNull()
})

test('a client that guesses does not slow down another', () => {
  const { wait, wrong } = timed()
  wrong('eve', 5000)
  expect(wait('eve')).toBeGreaterThan(60)
  expect(wait('ann')).toBeNull()
})

test('however many came at once, the wait ends within about an hour', () => {
  const { clock, wait, wrong } = timed()
  wrong('eve', 5000)
  clock.now += 61 * 60_000
  expect(wait('eve')).toBeNull()
})

test('many who guess are slowed down together, and who has not been wrong is heard all the same', () => {
  const { clock, wait, wrong } = timed()
  for (let client = 0; client < guessRates.all.most; client += 1) wrong(`eve ${client}`)
  expect(wait('eve 7')).toBe(1)
  expect(wait('ann')).toBeNull()
  // She mistypes once: others' guesses hold her up for seconds, not for ever.
  wrong('ann')
  expect(wait('ann')).toBe(2)
  clock.now += 2000
  expect(wait('ann')).toBeNull()
})

test('the clients that are remembered are so many and no more', () => {
  const guesses = createGuesses({ clients: 2, now: () => 0 })
  for (const client of ['a', 'b', 'c']) for (let turn = 0; turn < 10; turn += 1) guesses.wrong(client)
  expect(() => guesses.check('a')).not.toThrow()
  expect(() => guesses.check('b')).toThrow(Failure)
  expect(() => guesses.check('c')).toThrow(Failure)
})
