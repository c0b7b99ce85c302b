import type { Account } from '#heygen/schemas/account.ts'
import { avatarTypes, type Look } from '#heygen/schemas/look.ts'
import type { Engine } from '#heygen/schemas/video-choices.ts'
import { createText } from '#messages/en-create.ts'
import type { Draft } from './draft.ts'
import { rates } from './rates.ts'
import { engineOf } from './rules.ts'
import { speechSeconds } from './speech.ts'

export type Estimate =
  /** USD; `date`: year and month of the rates. */
  | { kind: 'usd'; low: number; high: number; perSecond: number; seconds: number; date: string }
  /** By prompt the agent decides the length. */
  | { kind: 'rate-only'; perSecond: number; date: string }
  /** The plan is charged in credits, and no rate of theirs is published. */
  | { kind: 'credits-unknown' }
  | { kind: 'unknown'; reason: string }
  /** No text yet. */
  | { kind: 'nothing' }

export interface Balance {
  text: string
  /** It may not cover what is asked. */
  low: boolean
}

function paysInCredits(account: Account | null): boolean {
  if (!account) return false
  if (account.subscription) return true
  if (account.wallet) return account.wallet.currency !== 'usd'
  return (account.usage_based?.remaining_credits ?? 0) > 0
}

function rateOf(look: Look, draft: Draft, engine: Engine): number | null {
  const type = avatarTypes.find((known) => known === look.avatar_type)
  return type ? rates.perSecond[engine][type][draft.resolution === '4k' ? '4k' : 'hd'] : null
}

/** What a draft will cost, as far as that can be known before it is made. `account` null: not read (yet). */
export function estimate(look: Look, draft: Draft, account: Account | null): Estimate {
  const { date } = rates
  if (paysInCredits(account)) return { kind: 'credits-unknown' }
  if (draft.way === 'prompt') return { kind: 'rate-only', perSecond: rates.agent, date }
  const engine = engineOf(look, draft)
  if (!engine) return { kind: 'unknown', reason: createText.cost.noEngine }
  const perSecond = rateOf(look, draft, engine)
  if (perSecond === null) {
    const known = rateOf(look, { ...draft, resolution: '1080p' }, engine) !== null
    return { kind: 'unknown', reason: known ? createText.cost.noRate4k : createText.cost.noRate }
  }
  const { low, high, about } = speechSeconds(draft.script, draft.speed)
  if (about === 0) return { kind: 'nothing' }
  return { kind: 'usd', low: low * perSecond, high: high * perSecond, perSecond, seconds: about, date }
}

/** About what a draft costs with an engine, in USD; null where that is not known, or there is no text. */
export function engineEstimate(
  look: Look,
  draft: Draft,
  engine: Engine,
  account: Account | null = null,
): number | null {
  const { about } = speechSeconds(draft.script, draft.speed)
  const perSecond = rateOf(look, draft, engine)
  return perSecond === null || about === 0 || paysInCredits(account) ? null : about * perSecond
}

const sum = (amounts: readonly (number | null | undefined)[]) => {
  const known = amounts.filter((amount) => amount != null)
  return known.length > 0 ? known.reduce((total, amount) => total + amount, 0) : null
}

const creditBalance = (amount: number | null): Balance | null =>
  amount === null ? null : { text: createText.balance.credits(amount), low: amount <= 0 }

/** What an account has left; null where HeyGen does not say. `need`: USD that it is to cover. */
export function balanceOf(account: Account, need = 1): Balance | null {
  const { wallet, subscription, usage_based: usage } = account
  if (wallet?.currency === 'usd')
    return wallet.remaining_balance === null
      ? null
      : { text: createText.balance.usd(wallet.remaining_balance), low: wallet.remaining_balance < need }
  if (wallet) return creditBalance(wallet.remaining_balance)
  if (subscription)
    return creditBalance(
      sum([subscription.credits.premium_credits?.remaining, subscription.credits.add_on_credits?.remaining]),
    )
  if (!usage) return null
  const { spending_current_usd: spent, spending_cap_usd: cap, remaining_credits: left } = usage
  if (left !== null && left > 0) return creditBalance(left)
  if (spent !== null && cap !== null)
    return { text: createText.balance.spent(spent, cap), low: cap - spent < need }
  return creditBalance(left)
}
