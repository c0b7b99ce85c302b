import { Refusal } from './refusal.ts'

/** The account behind GET /v3/users/me: paid from a wallet, which videos empty. Counts in cents. */
export function createAccount(balance: number) {
  let left = Math.round(balance * 100)
  return {
    /** Takes the price of a video; throws a Refusal, and takes nothing, where it does not suffice. */
    charge: (cents: number): void => {
      if (cents > left)
        throw new Refusal(402, 'insufficient_credit', 'The balance does not suffice for this video.')
      left -= cents
    },
    answer: () => ({
      username: 'sandbox',
      email: null,
      first_name: 'Sandbox',
      last_name: null,
      billing_type: 'wallet',
      wallet: { currency: 'usd', remaining_balance: left / 100, auto_reload: { enabled: false } },
      subscription: null,
      usage_based: null,
    }),
  }
}

export type Account = ReturnType<typeof createAccount>
