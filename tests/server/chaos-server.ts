import { createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { createLaunchToken } from '#server/launch-token.ts'
import { openLedger } from '#server/ledger-file.ts'
import { listen } from '#server/listen.ts'
import { createSpending } from '#server/spending.ts'
import { createUpstream } from '#server/upstream.ts'

// The server without its built page, and with times that a test can wait for.

const config = readConfig(process.env)
const upstream = createUpstream({
  ...config,
  userAgent: 'lookbook/chaos',
  fetch: (url, init) => fetch(url, init),
})
const spending = createSpending({
  openLedger: () => openLedger(config.ledgerFile),
  upstream,
  budgets: config.budgets,
  sends: config.spending,
  timings: {
    wait: 1500,
    resends: [50, 200],
    polls: [50, 100, 200, 400],
    listEvery: 400,
    listable: 600,
  },
})
const launchToken = createLaunchToken(config)
await listen(config, (told) => createApp({ config: told, upstream, spending, launchToken }))
spending.start()
process.stdout.write(`Lookbook on http://localhost:${config.port}/#launch=${launchToken}\n`)
process.once('SIGTERM', () => process.exit(0))
