import { DurableObject } from 'cloudflare:workers'
import { ConfigError } from './config-error.ts'
import { Failure, failureText } from './failure.ts'
import { openDurableLedger } from './ledger-durable.ts'
import type { Ledger } from './ledger.ts'
import { createJsonLog } from './log.ts'
import { injectPageConfig, injectPickerConfig } from './page-config.ts'
import { createRuntime, type Tuning } from './runtime.ts'
import { createWorkerFiles, type Assets } from './worker-files.ts'

interface Bindings {
  ASSETS: Assets
  LOOKBOOK: {
    idFromName: (name: string) => unknown
    get: (id: unknown) => { fetch: (request: Request) => Promise<Response> }
  }
}

/** Bindings and settings: the latter are the environment of `config.ts`. */
export type Env = Bindings & Record<string, unknown>

/** What Cloudflare itself puts before a request; from anybody else the gate refuses them. */
const ofPlatform = ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'cf-connecting-ip']
const peerHeader = 'cf-connecting-ip'

/** Milliseconds after which an order in doubt is looked after again, should the object have been put to sleep. */
const wakeAfter = 30_000

const settingsOf = (env: Env): Record<string, string> => {
  const texts = Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  // Whatever is set: a Worker is within everybody's reach, and the start matrix must know.
  return { ...Object.fromEntries(texts), HOST: '0.0.0.0' }
}

/**
 * The whole server in one Durable Object: one ledger, one cache, one place for reads to queue. It has SQLite that is
 * synchronous, as the ledger needs it.
 */
export class Lookbook extends DurableObject<Env> {
  protected readonly tuning: Tuning = {}
  #started: ReturnType<Lookbook['begin']> | null = null

  private begin() {
    const { ctx, env } = this
    const ledgers: Ledger[] = []
    const open = (file: string) => {
      const ledger = openDurableLedger(ctx.storage, file !== ':memory:')
      ledgers.push(ledger)
      return ledger
    }
    const runtime = createRuntime(settingsOf(env), 'workers', open, this.tuning)
    const { files, version } = createWorkerFiles(env.ASSETS, (html, picker) =>
      (picker ? injectPickerConfig : injectPageConfig)(html, runtime.config, false),
    )
    const log = createJsonLog((line) => console.log(line.trimEnd()))
    const app = runtime.start(runtime.config, { files, version, log })
    runtime.startSpending()
    return { app, inDoubt: () => ledgers.some((ledger) => ledger.pending().length > 0) }
  }

  #start() {
    return (this.#started ??= this.begin())
  }

  async fetch(request: Request): Promise<Response> {
    try {
      const { app, inDoubt } = this.#start()
      const headers = new Headers(request.headers)
      for (const name of ofPlatform) headers.delete(name)
      const remoteAddress = request.headers.get(peerHeader) ?? undefined
      const answer = await app.fetch(new Request(request, { headers }), {
        incoming: { socket: { remoteAddress } },
      })
      if (inDoubt()) await this.#wakeLater()
      return answer
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      console.error(error.message)
      return failureText(new Failure(503, 'bad_config', 'Lookbook is not set up: see its log.'))
    }
  }

  /** Orders in doubt are looked for in HeyGen's listings, whether or not somebody asks. */
  async alarm(): Promise<void> {
    if (this.#start().inDoubt()) await this.#wakeLater()
  }

  async #wakeLater(): Promise<void> {
    const { storage } = this.ctx
    if ((await storage.getAlarm()) === null) await storage.setAlarm(Date.now() + wakeAfter)
  }
}

// oxlint-disable-next-line import/no-default-export -- what workerd looks for
export default {
  fetch: (request: Request, { LOOKBOOK }: Env): Promise<Response> =>
    LOOKBOOK.get(LOOKBOOK.idFromName('lookbook')).fetch(request),
}
