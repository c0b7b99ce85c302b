import { createHash } from 'node:crypto'
import type { Renewal } from './config.ts'
import type { Ledger } from './ledger.ts'
import type { TokenStore } from './renewing-proofs.ts'

/** Under which tokens are kept: another setting has another one. */
const nameOf = ({ url, clientId, refreshToken }: Renewal) =>
  createHash('sha256').update(`tokens\n${url}\n${clientId}\n${refreshToken}`).digest('hex')

/** Beside the orders, since a refresh token may count once only: after a restart the one that is set may be used up. */
export function tokenStore(openLedger: () => Ledger, renewal: Renewal): TokenStore {
  const name = nameOf(renewal)
  return {
    load: () => openLedger().tokens(name),
    save: (tokens) => openLedger().keepTokens(name, tokens),
  }
}
