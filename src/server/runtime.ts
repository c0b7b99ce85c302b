import { readSandboxOptions } from '#sandbox/options.ts'
import { createSandbox } from '#sandbox/sandbox.ts'
import { createAccess } from './access.ts'
import { createApp, type AppDeps } from './app.ts'
import { ConfigError } from './config-error.ts'
import type { Environment } from './config-values.ts'
import { readConfig, type Config } from './config.ts'
import { createLaunchToken } from './launch-token.ts'
import type { Ledger } from './ledger.ts'
import { renewingProofs } from './renewing-proofs.ts'
import type { SessionStore } from './session-store.ts'
import { createSessions } from './sessions.ts'
import { shareLedger } from './share-ledger.ts'
import type { SpendTimings } from './spend-timings.ts'
import { createSpending } from './spending.ts'
import { tokenStore } from './token-store.ts'
import { createUpstream, type Upstream, type UpstreamOptions } from './upstream.ts'

const sandboxOptions = (env: Environment) => {
  try {
    return readSandboxOptions(env)
  } catch (cause) {
    throw new ConfigError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

interface Source {
  upstream: Upstream
  /** What the page loads that is neither a file nor the API's. */
  media?: (request: Request) => Response | null | Promise<Response | null>
}

/** Other times than HeyGen's own pace asks for: tests cannot wait for those. */
export interface Tuning {
  upstream?: Partial<Pick<UpstreamOptions, 'limits' | 'sleep' | 'breaker' | 'retryBudget'>>
  orders?: Partial<SpendTimings>
}

interface Choice {
  config: Config
  env: Environment
  version: string
  tuning: Tuning
  openLedger: () => Ledger
}

const send: UpstreamOptions['fetch'] = (url, init) => fetch(url, init)

/** HeyGen where there is a credential; else the sandbox, in this process, through the same pipeline. */
function chooseSource({ config, env, version, tuning, openLedger }: Choice): Source {
  const { baseUrl, credential, renewal } = config
  const userAgent = `lookbook/${version}`
  if (credential) {
    const store = renewal && tokenStore(openLedger, renewal)
    const upstream = createUpstream({
      baseUrl,
      credential,
      userAgent,
      fetch: send,
      ...(renewal
        ? { proofs: renewingProofs({ token: credential.value, renewal, store, send, userAgent }) }
        : {}),
      ...tuning.upstream,
    })
    return { upstream }
  }
  const sandbox = createSandbox(sandboxOptions(env))
  return {
    upstream: createUpstream({
      // A name that can never be resolved, should anything ever send to it.
      baseUrl: 'https://sandbox.invalid',
      credential: null,
      userAgent,
      fetch: (url, init) => sandbox.fetch(new Request(url, init)),
      // Its faults are made on request, by one tab; the others must not pay for them.
      breaker: null,
    }),
    media: (request) =>
      /^\/sandbox\/captions\/[A-Za-z0-9_.:-]{1,128}\.srt$/.test(new URL(request.url).pathname)
        ? sandbox.fetch(new Request(request.url))
        : null,
  }
}

export interface Runtime {
  config: Config
  /** What the address carries that people open; null where it needs nothing. */
  launchToken: string | null
  /** Tells one account from another without holding the credential. */
  fingerprint: Upstream['fingerprint']
  /** `config` again, since the port is known for certain only when the server listens. */
  start: (
    config: Config,
    deps: Pick<AppDeps, 'files' | 'pictures' | 'version' | 'log' | 'csp'>,
  ) => ReturnType<typeof createApp>
  /** Takes up the orders of the process before; false where there is no ledger to be had, so that nothing is made. */
  startSpending: () => boolean
  close: () => Promise<void>
}

/** Reads the environment and puts the parts together; throws a ConfigError. */
export function createRuntime(
  env: Environment,
  version: string,
  openLedger: (file: string) => Ledger,
  tuning: Tuning = {},
): Runtime {
  const config = readConfig(env)
  const { renewal } = config
  // Null where there is no ledger, and where nothing is ordered, which needs none.
  let kept: SessionStore | null = null
  const shared = shareLedger(() => {
    const ledger = openLedger(config.ledgerFile)
    try {
      // Of a setting that is gone.
      if (!renewal) ledger.tokens(null)
      kept = ledger.sessions
      return ledger
    } catch (error) {
      ledger.close()
      throw error
    }
  })
  const { upstream, media } = chooseSource({ config, env, version, tuning, openLedger: shared.open })
  const launchToken = createLaunchToken(config)
  const { accessToken, budgets, publicReadonly, spending: sends } = config
  const spending = createSpending({
    openLedger: shared.open,
    upstream,
    budgets,
    sends,
    ...(tuning.orders ? { timings: tuning.orders } : {}),
  })
  const sessions = accessToken === null ? {} : { sessions: createSessions({ accessToken, kept: () => kept }) }
  return {
    config,
    launchToken,
    fingerprint: upstream.fingerprint,
    start: (listening, { files, ...deps }) =>
      createApp({
        config: listening,
        upstream,
        spending,
        launchToken,
        access: createAccess(listening, sessions),
        files: async (request) => (await files?.(request)) ?? (await media?.(request)) ?? null,
        ...deps,
      }),
    startSpending: () => publicReadonly || spending.start(),
    async close() {
      await spending.close()
      shared.close()
    },
  }
}
