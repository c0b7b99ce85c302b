import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from './find-browser.ts'

const bin = () => fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))

const parts = ['chromium', 'fonts', 'al2023/lib/libnss3.so', 'libGLESv2.so']

/** Others can write to the temporary folder too, and what is in this one gets executed. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

/** Unpacks the browser, its fonts and its libraries into `folder`. */
async function unpack(folder: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  // The package unpacks into the temporary folder itself, wherever that is at the moment.
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await chromium.executablePath()
    await inflate(join(bin(), 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** The folder with the unpacked browser: made once, and whole from the moment it has its name. */
async function unpacked(): Promise<string> {
  const version: unknown = createRequire(import.meta.url)(join(bin(), '../package.json')).version
  const name = createHash('sha256')
    .update(`${String(version)} ${process.getuid?.()}`)
    .digest('hex')
  const folder = join(tmpdir(), `lookbook-chromium-${name.slice(0, 16)}`)
  if (isOurs(folder)) {
    // Systems tidy their temporary folder, file by file.
    if (parts.every((part) => existsSync(join(folder, part)))) return folder
    rmSync(folder, { recursive: true, force: true })
  }
  const staging = mkdtempSync(`${folder}-`)
  await unpack(staging)
  try {
    renameSync(staging, folder)
  } catch {
    // Another run was faster, and its copy serves as well; a stranger's does not.
    if (!isOurs(folder)) return staging
    rmSync(staging, { recursive: true, force: true })
  }
  return folder
}

/** The Chromium of @sparticuz/chromium, for Linux on x64; null elsewhere. */
export async function shippedBrowser(): Promise<Browser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = await unpacked()
  const path = join(folder, 'chromium')
  const env: Record<string, string> = {}
  // Without any fonts the page has no text, and Chromium may not start.
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(folder, 'fonts')
  // Where the system has no NSS, the browser's own libraries stand in.
  if (spawnSync(path, ['--version'], { timeout: 20_000 }).status !== 0)
    env['LD_LIBRARY_PATH'] = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']]
      .filter(Boolean)
      .join(':')
  return { path, env }
}
