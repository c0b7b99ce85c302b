// The bench's server: the app's own, in sandbox mode, with the peers' pages beside the app's. One origin, one API,
// one set of headers. Says its address on its first line. Settings come by the environment, as the app's do.
import { existsSync, readFileSync } from 'node:fs'
import { openLedger } from '#server/ledger-file.ts'
import { listen } from '#server/listen.ts'
import { openPictures } from '#server/open-pictures.ts'
import { packageVersion } from '#server/package-version.ts'
import { injectPageConfig } from '#server/page-config.ts'
import { createRuntime } from '#server/runtime.ts'
import { createStatic } from '#server/static.ts'
import { appDist, peersDist } from './folders.ts'

const runtime = createRuntime(process.env, packageVersion(), openLedger)
const { config, start, startSpending } = runtime
const pictures = await openPictures(runtime, appDist, packageVersion())
const page = injectPageConfig(readFileSync(`${appDist}index.html`, 'utf8'), config, pictures !== null)
const app = await createStatic(appDist, page)
// They are built with the peers' bench; the index's has no need of them.
const peers = existsSync(peersDist) ? await createStatic(peersDist, '') : () => null

function files(request: Request) {
  const url = new URL(request.url)
  if (!url.pathname.startsWith('/peers/')) return app(request)
  url.pathname = url.pathname.slice('/peers'.length)
  return peers(new Request(url, request))
}

let port = 0
await listen(config, (told) => {
  port = told.port
  return start(told, { files, pictures })
})
startSpending()
// However the bench ends, its server does not outlive it.
process.stdin.resume().once('end', () => process.exit(0))
process.stdout.write(`http://127.0.0.1:${port}\n`)
