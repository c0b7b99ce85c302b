import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { precompress } from '#server/vite.ts'
import { peersDist, peersFolder, projectFolder } from './folders.ts'

/** Runs a program in the project's folder; what it says goes to stderr. */
export function run(command: string, args: string[]) {
  const { status } = spawnSync(command, args, { cwd: projectFolder, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`)
}

/** The peers' packages are not the project's: they are installed when they are first needed. */
function install() {
  if (existsSync(`${peersFolder}node_modules`)) return
  const args = ['ci', '--prefix', peersFolder]
  const npm = process.env['npm_execpath']
  if (npm === undefined) run('npm', args)
  else run(process.execPath, [npm, ...args])
}

async function buildPeers() {
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', peersFolder])
  const pages = readdirSync(peersFolder).filter((name) => name.endsWith('.html'))
  await build({
    root: peersFolder,
    base: '/peers/',
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), precompress()],
    resolve: { alias: [{ find: /^#/, replacement: `${projectFolder}src/` }] },
    build: {
      target: 'baseline-widely-available',
      outDir: peersDist,
      emptyOutDir: true,
      rolldownOptions: { input: pages.map((name) => `${peersFolder}${name}`) },
    },
  })
}

/** Builds what is measured, as it is shipped. */
export async function prepare() {
  install()
  await build({ root: projectFolder, logLevel: 'warn' })
  await buildPeers()
}
