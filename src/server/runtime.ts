import { readSandboxOptions } from '#sandbox/options.ts'
import { createSandbox } from '#sandbox/sandbox.ts'
import { createAccess } from './access.ts'
import { createApp, type AppDeps } from './app.ts'
import { ConfigError } from './config-error.ts'
import type { Environment } from './config-values.ts'
import { readConfig, type Config } from './config.ts'
import { createLaunchToken } from './launch-token.ts'
import type { Ledger } from './ledger.ts'
import type { SessionStore } from './session-store.ts'
import { createSessions } from './sessions.ts'
import { createSpending } from './spending.ts'
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
export type UpstreamTuning = Partial<Pick<UpstreamOptions, 'limits' | 'sleep' | 'breaker' | 'retryBudget'>>

/** HeyGen where there is a credential; else the sandbox, in this process, through the same pipeline. */
function chooseSource(config: Config, env: Environment, version: string, tuning: UpstreamTuning): Source {
  const { baseUrl, credential } = config
  const userAgent = `lookbook/${version}`
  if (credential) {
    const upstream = createUpstream({
      baseUrl,
      credential,
      userAgent,
      fetch: (url, init) => fetch(url, init),
      ...tuning,
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
  tuning: UpstreamTuning = {},
): Runtime {
  const config = readConfig(env)
  const { upstream, media } = chooseSource(config, env, version, tuning)
  const launchToken = createLaunchToken(config)
  const { accessToken, budgets, ledgerFile, publicReadonly, spending: sends } = config
  // Null where there is no ledger, and where nothing is ordered, which needs none.
  let kept: SessionStore | null = null
  const open = () => {
    const ledger = openLedger(ledgerFile)
    kept = ledger.sessions
    return ledger
  }
  const spending = createSpending({ openLedger: open, upstream, budgets, sends })
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
    close: spending.close,
  }
}
