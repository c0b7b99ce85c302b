import * as z from 'zod/mini'
import { numberOrNull, text, textOrNull } from './lenient.ts'

const purse = z.catch(z.nullable(z.object({ remaining: numberOrNull, resets_at: textOrNull })), null)

/** The account behind the credential. Exactly one of wallet, subscription and usage_based is filled. */
export const accountSchema = z.object({
  username: text,
  email: textOrNull,
  first_name: textOrNull,
  last_name: textOrNull,
  billing_type: textOrNull,
  wallet: z.catch(z.nullable(z.object({ currency: text, remaining_balance: numberOrNull })), null),
  subscription: z.catch(
    z.nullable(
      z.object({ plan: text, credits: z.object({ premium_credits: purse, add_on_credits: purse }) }),
    ),
    null,
  ),
  usage_based: z.catch(
    z.nullable(
      z.object({
        included_credits: numberOrNull,
        remaining_credits: numberOrNull,
        spending_cap_usd: numberOrNull,
        spending_current_usd: numberOrNull,
      }),
    ),
    null,
  ),
})

export type Account = z.infer<typeof accountSchema>
