import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runLookbook } from '../../server/chaos-process.ts'
import { startHeygen } from './heygen.ts'
import { fullLoad, steadyLoad, type LoadFigures } from './load.ts'
import { openSlowClients } from './slow-clients.ts'

// npm run bench:server [minutes of soak]: the built server before a HeyGen on this machine, loopback only.

const minutes = Number(process.argv[2] ?? '1')
const folder = mkdtempSync(join(tmpdir(), 'lookbook-load-'))
const heygen = await startHeygen()
const lookbook = await runLookbook(new URL('../../../src/server/node.ts', import.meta.url), {
  HEYGEN_API_KEY: 'sk_load_key_0123456789',
  HEYGEN_BASE_URL: heygen.url,
  LEDGER_FILE: join(folder, 'ledger.sqlite'),
  PICTURE_CACHE_MB: '0',
  // Two hundred addresses make all of it.
  REQUESTS_PER_MINUTE: '9999999',
})
const port = Number(new URL(lookbook.origin).port)
const api = { origin: lookbook.origin, headers: { 'x-lookbook': '1', host: `localhost:${port}` } }
const looks = (token: string | number) => `/v3/avatars/looks?limit=50&token=${token}`

/** Megabytes in memory, of the server's process. */
function memory(): number {
  const status = readFileSync(`/proc/${lookbook.pid()}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

const say = (what: string, { p50, p95, p99, perSecond, statuses }: LoadFigures) =>
  process.stdout.write(
    `${what.padEnd(44)} ${String(perSecond).padStart(6)}/s  p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  ${JSON.stringify(statuses)}\n`,
  )
const tell = (line: string) => process.stdout.write(`${line}\n`)

await fullLoad({ ...api, path: () => `/api${looks('warm')}` }, 8, 2)
say('cached reads, 16 connections', await fullLoad({ ...api, path: () => `/api${looks('warm')}` }, 16, 10))
say('uncached reads, 16 connections', await fullLoad({ ...api, path: (at) => `/api${looks(at)}` }, 16, 10))

// What Lookbook adds, at a hundred reads a second that HeyGen answers after 20 ms.
heygen.pace = 20
const direct = await steadyLoad({ origin: heygen.url, path: (at) => looks(`d${at}`) }, 100, 20)
const through = await steadyLoad({ ...api, path: (at) => `/api${looks(`t${at}`)}` }, 100, 20)
say('HeyGen itself, 100 a second, 20 ms', direct)
say('the same through Lookbook', through)
tell(
  `added: p50 ${(through.p50 - direct.p50).toFixed(1)} ms, p99 ${(through.p99 - direct.p99).toFixed(1)} ms`,
)

heygen.pace = 5
const slow = openSlowClients(port, 500, `/api${looks('s')}`)
say(
  'reads beside 500 slow clients',
  await steadyLoad({ ...api, path: (at) => `/api${looks(`q${at}`)}` }, 50, 15),
)
tell(`slow clients still open after 15 s: ${slow.open()}`)
slow.close()

heygen.limited = true
Object.assign(heygen.counts, { asked: 0, most: 0 })
const storm = await fullLoad({ ...api, path: (at) => `/api${looks(`l${at}`)}` }, 1000, 10)
say('1,000 clients while HeyGen says 429', storm)
const answered = Object.values(storm.statuses).reduce((sum, count) => sum + count, 0)
tell(
  `HeyGen was asked ${heygen.counts.asked} times for ${answered} calls; at most ${heygen.counts.most} at once`,
)
heygen.limited = false

const start = memory()
let most = start
const ends = Date.now() + minutes * 60_000
let calls = 0
while (Date.now() < ends) {
  const turn = await steadyLoad({ ...api, path: (at) => `/api${looks(`k${(calls + at) % 3000}`)}` }, 200, 10)
  calls += 2000
  most = Math.max(most, memory())
  if (turn.statuses[200] !== 2000) tell(`in the soak: ${JSON.stringify(turn.statuses)}`)
}
tell(`soak of ${minutes} min at 200/s: ${start} MB before, ${memory()} MB after, ${most} MB at most`)

await lookbook.stop()
heygen.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
