import type { Renewal } from './config.ts'
import { proofOf, type Proof, type Proofs } from './proofs.ts'
import { refreshTokens, type Tokens } from './refresh-token.ts'
import type { Send } from './upstream-attempt.ts'

/** Keeps tokens over a restart; either may throw, as a full disk does. */
export interface TokenStore {
  load: () => Tokens | undefined
  save: (tokens: Tokens) => void
}

interface RenewingProofs {
  /** The access token that is configured. */
  token: string
  renewal: Renewal
  store: TokenStore | null
  send: Send
  userAgent: string
  now?: () => number
}

/** Milliseconds before its end at which a token is renewed, as HeyGen's own client does. */
const early = 60_000
/** Between two renewals, however the first one ended: a token that is refused is not made good by asking on. */
const rest = 60_000

/** An access token that is renewed when its time is nearly over, and once when HeyGen refuses it. */
export function renewingProofs({
  token,
  renewal,
  store,
  send,
  userAgent,
  now = Date.now,
}: RenewingProofs): Proofs {
  let tokens: Tokens | undefined
  let proof: Proof | undefined
  let restUntil = 0
  let underWay: Promise<boolean> | undefined

  function take(next: Tokens): Proof {
    const former = tokens ? [tokens.access, tokens.refresh] : []
    tokens = next
    proof = proofOf({ kind: 'token', value: next.access }, [
      next.refresh,
      token,
      renewal.refreshToken,
      ...former,
    ])
    return proof
  }

  function load(): Tokens {
    const configured = { access: token, refresh: renewal.refreshToken, expiresAt: null }
    if (!store) return configured
    try {
      return store.load() ?? configured
    } catch {
      // Without what was written down there is still what was configured.
      return configured
    }
  }

  async function renew(refresh: string): Promise<boolean> {
    try {
      const next = await refreshTokens(renewal, { refresh, send, userAgent, now })
      take(next)
      try {
        store?.save(next)
      } catch {
        // It counts until the process ends.
      }
      return true
    } catch {
      return false
    } finally {
      restUntil = now() + rest
    }
  }

  /** One at a time, for all who need it. */
  async function renewOnce(refresh: string): Promise<boolean> {
    if (!underWay && now() < restUntil) return false
    underWay ??= renew(refresh).finally(() => {
      underWay = undefined
    })
    return underWay
  }

  return {
    async current() {
      const known = proof ?? take(load())
      if (tokens?.expiresAt == null || now() < tokens.expiresAt - early) return known
      await renewOnce(tokens.refresh)
      return proof ?? known
    },
    async renewed(refused) {
      // Somebody else has had it renewed meanwhile.
      if (proof !== refused) return true
      return tokens ? renewOnce(tokens.refresh) : false
    },
  }
}
