import { expect, test } from 'vitest'
import { balanceOf, engineEstimate, estimate } from '#create-video/cost.ts'
import { rates } from '#create-video/rates.ts'
import { accountSchema } from '#heygen/schemas/account.ts'
import { createText } from '#messages/en-create.ts'
import { aDraft, aLook } from './samples.ts'

const account = (given: object) => accountSchema.parse({ username: 'u', ...given })
const dollars = account({ billing_type: 'wallet', wallet: { currency: 'usd', remaining_balance: 41.5 } })
const tokens = account({ billing_type: 'wallet', wallet: { currency: 'credits', remaining_balance: 1200 } })
const plan = account({
  billing_type: 'subscription',
  subscription: {
    plan: 'creator',
    credits: { premium_credits: { remaining: 1000 }, add_on_credits: { remaining: 200 } },
  },
})
const usage = (given: object) => account({ billing_type: 'usage_based', usage_based: given })

/** 60 s at speed 1. */
const minute = 'word '.repeat(150)

test.each([
  { type: 'photo_avatar', engine: 'avatar_iv', low: 2.7, about: 3, high: 3.3 },
  { type: 'photo_avatar', engine: 'avatar_iii', low: 2.3382, about: 2.598, high: 2.8578 },
  { type: 'digital_twin', engine: 'avatar_v', low: 3.6018, about: 4.002, high: 4.4022 },
  { type: 'digital_twin', engine: 'avatar_iv', low: 3.6018, about: 4.002, high: 4.4022 },
  { type: 'digital_twin', engine: 'avatar_iii', low: 0.9018, about: 1.002, high: 1.1022 },
  { type: 'studio_avatar', engine: 'avatar_iv', low: 3.6018, about: 4.002, high: 4.4022 },
  { type: 'studio_avatar', engine: 'avatar_iii', low: 0.9018, about: 1.002, high: 1.1022 },
] as const)('a minute of $type with $engine costs about $about USD', ({ type, engine, low, about, high }) => {
  const look = aLook({ avatar_type: type, supported_api_engines: [engine] })
  for (const resolution of ['720p', '1080p'] as const) {
    const draft = aDraft({ script: minute, resolution })
    expect(engineEstimate(look, draft, engine)).toBeCloseTo(about, 6)
    expect(estimate(look, draft, dollars)).toEqual({
      kind: 'usd',
      low: expect.closeTo(low, 6),
      high: expect.closeTo(high, 6),
      perSecond: expect.closeTo(about / 60, 6),
      seconds: 60,
      date: '2026-06',
    })
  }
})

test.each([
  { type: 'photo_avatar', engine: 'avatar_v' },
  { type: 'studio_avatar', engine: 'avatar_v' },
  { type: 'hologram', engine: 'avatar_iv' },
] as const)('no rate is made up for $type with $engine', ({ type, engine }) => {
  const look = aLook({ avatar_type: type, supported_api_engines: [engine] })
  const draft = aDraft({ script: minute })
  expect(engineEstimate(look, draft, engine)).toBeNull()
  expect(estimate(look, draft, dollars)).toEqual({ kind: 'unknown', reason: createText.cost.noRate })
})

test('speed changes the cost', () => {
  expect(engineEstimate(aLook(), aDraft({ script: minute, speed: 1.5 }), 'avatar_iv')).toBeCloseTo(2.668, 6)
})

test('no rate is made up for 4K', () => {
  const draft = aDraft({ script: minute, resolution: '4k' })
  expect(estimate(aLook(), draft, null)).toEqual({ kind: 'unknown', reason: createText.cost.noRate4k })
  expect(engineEstimate(aLook(), draft, 'avatar_iv')).toBeNull()
})

test('no price without an engine or a text', () => {
  expect(estimate(aLook({ supported_api_engines: [] }), aDraft({ script: minute }), null)).toEqual({
    kind: 'unknown',
    reason: createText.cost.noEngine,
  })
  expect(estimate(aLook(), aDraft({ script: ' ' }), null)).toEqual({ kind: 'nothing' })
  expect(engineEstimate(aLook(), aDraft({ script: ' ' }), 'avatar_iv')).toBeNull()
})

test('by prompt only the rate is known', () => {
  expect(estimate(aLook(), aDraft({ way: 'prompt', prompt: 'A tour' }), dollars)).toEqual({
    kind: 'rate-only',
    perSecond: 0.0333,
    date: '2026-06',
  })
})

test.each([
  ['a plan', plan],
  ['a wallet of credits', tokens],
  ['included credits', usage({ remaining_credits: 5 })],
])('credits are never made up: %s', (_name, who) => {
  for (const way of ['script', 'prompt'] as const)
    expect(estimate(aLook(), aDraft({ script: minute, way }), who)).toEqual({ kind: 'credits-unknown' })
  expect(engineEstimate(aLook(), aDraft({ script: minute }), 'avatar_iv', who)).toBeNull()
})

test('an account of which nothing is known is shown the prices in USD', () => {
  expect(estimate(aLook(), aDraft({ script: minute }), account({})).kind).toBe('usd')
})

test.each([
  ['a wallet', dollars, { text: '$41.50', low: false }],
  [
    'an empty wallet',
    account({ wallet: { currency: 'usd', remaining_balance: 0 } }),
    { text: '$0.00', low: true },
  ],
  ['a wallet of unknown contents', account({ wallet: { currency: 'usd' } }), null],
  ['a wallet of credits', tokens, { text: '1,200 credits', low: false }],
  ['a plan', plan, { text: '1,200 credits', low: false }],
  [
    'a plan with one purse, empty',
    account({ subscription: { plan: 'free', credits: { premium_credits: { remaining: 0 } } } }),
    { text: '0 credits', low: true },
  ],
  ['a plan that says nothing', account({ subscription: { plan: 'free', credits: {} } }), null],
  ['included credits', usage({ remaining_credits: 1 }), { text: '1 credit', low: false }],
  [
    'a spending cap',
    usage({ remaining_credits: 0, spending_cap_usd: 100, spending_current_usd: 12 }),
    { text: '$12.00 of $100.00 spent', low: false },
  ],
  [
    'a spending cap that is reached',
    usage({ spending_cap_usd: 100, spending_current_usd: 99.5 }),
    { text: '$99.50 of $100.00 spent', low: true },
  ],
  ['usage without figures', usage({}), null],
  ['nothing', account({}), null],
])('the balance of %s', (_name, who, balance) => {
  expect(balanceOf(who)).toEqual(balance)
})

test('a balance is low where it does not cover the video', () => {
  expect(balanceOf(dollars, 41.5)?.low).toBe(false)
  expect(balanceOf(dollars, 41.51)?.low).toBe(true)
})

test('every rate is of its month, and what it is said with has four decimals', () => {
  expect(createText.cost.rates(rates.date)).toBe('Rates of June 2026.')
  expect(createText.cost.basis(9, 0.0667)).toBe('9 s at $0.0667 a second.')
  expect(createText.cost.basis(90, 0.05)).toBe('1:30 min at $0.05 a second.')
  expect(createText.cost.range(0.5336, 0.667)).toBe('$0.53 – 0.67')
  expect(createText.cost.range(0.05, 0.0501)).toBe('$0.05')
})
