// Runs a command with CHROMIUM_PATH set to a browser of this machine: node tests/e2e/with-browser.ts playwright test
import { spawn } from 'node:child_process'
import { findBrowser, usualPlaces } from './find-browser.ts'

const [command, ...args] = process.argv.slice(2)
if (command === undefined) throw new Error('Give a command to run.')

const { path, env } = await findBrowser(usualPlaces())
process.stdout.write(`Browser: ${path ?? "Playwright's own"}\n`)

const child = spawn(command, args, {
  stdio: 'inherit',
  env: { ...process.env, ...env, ...(path === null ? {} : { CHROMIUM_PATH: path }) },
  // Commands of npm are .cmd files there.
  shell: process.platform === 'win32',
})
// Ctrl+C reaches the child by itself; it ends in its own time, and so do we.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
