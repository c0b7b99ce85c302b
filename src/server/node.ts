import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ConfigError } from './config-error.ts'
import { loadDotEnv, honourProxy } from './environment.ts'
import { isEverywhere, isLoopback, urlHost } from './hosts.ts'
import { launchAddress } from './launch-token.ts'
import { openLedger } from './ledger-file.ts'
import { noLedger } from './ledger-store.ts'
import { close, listen } from './listen.ts'
import { createJsonLog } from './log.ts'
import { openPictures } from './open-pictures.ts'
import { packageVersion } from './package-version.ts'
import { injectPageConfig, injectPickerConfig } from './page-config.ts'
import { pageVersion } from './page-version.ts'
import { createRuntime } from './runtime.ts'
import { withSecretFiles } from './secret-files.ts'
import { createStatic } from './static.ts'

/** EX_CONFIG of sysexits.h. */
const badConfig = 78

function sentence(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    const port = error instanceof Error && 'port' in error ? String(error.port) : ''
    return `Port ${port} is in use: stop the other program, or set PORT to another.`
  }
  if (code === 'EACCES') return 'This port needs more rights: set PORT to one above 1023.'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is not an address of this machine.'
  return undefined
}

async function main(): Promise<void> {
  loadDotEnv()
  honourProxy(process.env)
  const runtime = createRuntime(withSecretFiles(process.env), packageVersion(), openLedger)
  const { config, start, launchToken } = runtime
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
  if (!existsSync(`${dist}index.html`))
    throw new ConfigError(
      'The page is not built yet: run "npm run build", or "npm start", which builds it first.',
    )
  const pictures = await openPictures(runtime, dist, packageVersion())
  const built = readFileSync(`${dist}index.html`, 'utf8')
  const html = injectPageConfig(built, config, pictures !== null)
  const files = await createStatic(dist, html, injectPickerConfig(built, config, pictures !== null))
  const version = pageVersion(built)
  const log = createJsonLog((line) => process.stdout.write(line))

  let listening = config.port
  const server = await listen(config, (told) => {
    listening = told.port
    return start(told, { files, pictures, version: () => version, log })
  })
  const name = isLoopback(config.host) || isEverywhere(config.host) ? 'localhost' : urlHost(config.host)
  const address = config.publicUrl ?? `http://${name}:${listening}`
  const mode = config.credential
    ? `account: ${config.baseUrl}`
    : 'sandbox: demo people, nothing is sent to HeyGen'
  process.stdout.write(`Lookbook on ${launchAddress(address, launchToken)} (${mode})\n`)
  if (!runtime.startSpending()) process.stderr.write(`${noLedger}\n`)

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void close(server)
        .then(runtime.close)
        .finally(() => process.exit(0))
    })
}

try {
  await main()
} catch (error) {
  const told = sentence(error)
  if (told === undefined) throw error
  process.stderr.write(`${told}\n`)
  process.exitCode = error instanceof ConfigError ? badConfig : 1
}
