import { defineConfig } from '@playwright/test'
import { environmentOf, originOf, projectFolder, serverNames } from './servers.ts'

const node = JSON.stringify(process.execPath)

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '.results',
  reporter: process.env['CI'] ? 'dot' : 'list',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  workers: 2,
  // One more try on a busy machine; what needed it is listed as flaky, and what fails twice fails.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: originOf('demo'),
    viewport: { width: 1440, height: 960 },
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: serverNames.map((name) => ({
    name,
    command: `${node} ${name === 'upstream' ? 'tests/e2e/upstream.ts' : 'src/server/node.ts'}`,
    cwd: projectFolder,
    url: `${originOf(name)}/healthz`,
    env: environmentOf(name),
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  })),
})
