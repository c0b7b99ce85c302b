import { readSandboxOptions } from '#sandbox/options.ts'
import { createSandbox } from '#sandbox/sandbox.ts'
import { createApp, type AppDeps } from './app.ts'
import { ConfigError } from './config-error.ts'
import type { Environment } from './config-values.ts'
import { readConfig, type Config } from './config.ts'
import { createUpstream, type Upstream } from './upstream.ts'

const sandboxOptions = (env: Environment) => {
  try {
    return readSandboxOptions(env)
  } catch (cause) {
    throw new ConfigError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** HeyGen where there is a credential; else the sandbox, in this process, through the same pipeline. */
function chooseUpstream(config: Config, env: Environment, version: string): Upstream {
  const { baseUrl, credential } = config
  const userAgent = `lookbook/${version}`
  if (credential)
    return createUpstream({ baseUrl, credential, userAgent, fetch: (url, init) => fetch(url, init) })
  const sandbox = createSandbox(sandboxOptions(env))
  return createUpstream({
    // A name that can never be resolved, should anything ever send to it.
    baseUrl: 'https://sandbox.invalid',
    credential: null,
    userAgent,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  })
}

export interface Runtime {
  config: Config
  /** `config` again, since the port is known for certain only when the server listens. */
  start: (config: Config, deps: Pick<AppDeps, 'files' | 'log' | 'csp'>) => ReturnType<typeof createApp>
}

/** Reads the environment and puts the parts together; throws a ConfigError. */
export function createRuntime(env: Environment, version: string): Runtime {
  const config = readConfig(env)
  const upstream = chooseUpstream(config, env, version)
  return { config, start: (listening, deps) => createApp({ config: listening, upstream, ...deps }) }
}
