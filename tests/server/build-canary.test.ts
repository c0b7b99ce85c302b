import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** One for each place that a build might take it from; with signs that encodings change. */
const secrets = {
  HEYGEN_API_KEY: 'sk_canary/key+7c1f0b9e5a3d4286',
  HEYGEN_ACCESS_TOKEN: 'at_canary/oauth+19d2c7e6b0a4f385',
  LOOKBOOK_ACCESS_TOKEN: 'lb_canary/gate+e83b5f60d1c97a24',
}
const inFile = 'env_canary/file+52a6c0d9f7e8134b'

/** Base64 of a text that may stand anywhere in what was encoded: without the letters that depend on its neighbours. */
const base64At = (text: string, at: number) =>
  Buffer.from(`${'.'.repeat(at)}${text}`)
    .toString('base64')
    .slice(at === 0 ? 0 : at + 1)
    .replace(/.?=*$/, '')

const hex = (text: string) => Buffer.from(text).toString('hex')

/** What a secret looks like as it is, and as programs write it. Compared without case. */
function formsOf(secret: string): string[] {
  const base64 = [0, 1, 2].map((at) => base64At(secret, at))
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    hex(secret),
    hex(secret).replace(/../g, '%$&'),
    hex(secret).replace(/../g, '\\x$&'),
    hex(secret).replace(/../g, '\\u00$&'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
}

const forms = [...Object.values(secrets), inFile].flatMap(formsOf).map((form) => form.toLowerCase())

const unpack = (name: string, bytes: Buffer) =>
  name.endsWith('.br') ? brotliDecompressSync(bytes) : name.endsWith('.gz') ? gunzipSync(bytes) : bytes

/** The files below a folder, and those of them that hold a secret. */
async function search(folder: string): Promise<{ files: number; holding: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const holding: string[] = []
  for (const { parentPath, name } of files) {
    const text = unpack(name, await readFile(join(parentPath, name)))
      .toString('latin1')
      .toLowerCase()
    if (forms.some((form) => text.includes(form) || name.toLowerCase().includes(form))) holding.push(name)
  }
  return { files: files.length, holding }
}

test(
  'the page that is built beside secrets holds none, in no file and no spelling',
  { timeout: 240_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lookbook-canary-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    for (const name of ['src', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json'])
      await cp(join(project, name), join(folder, name), { recursive: true })
    for (const name of ['node_modules', 'public']) await symlink(join(project, name), join(folder, name))
    await writeFile(
      join(folder, '.env'),
      ['HEYGEN_API_KEY', 'VITE_HEYGEN_API_KEY', 'LOOKBOOK_ACCESS_TOKEN']
        .map((name) => `${name}=${inFile}`)
        .join('\n'),
    )
    // As `npm start` builds it.
    await promisify(execFile)(
      process.execPath,
      [join(project, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      { cwd: folder, env: { ...process.env, NODE_ENV: 'production', ...secrets } },
    )
    const dist = join(folder, 'dist')
    const built = await search(dist)
    expect(built.files).toBeGreaterThan(100)
    expect(built.holding).toEqual([])

    // The search would have found any of them.
    const planted: string[] = []
    for (const [at, form] of forms.entries()) {
      planted.push(`planted-${at}.js`)
      await writeFile(join(dist, 'assets', `planted-${at}.js`), `const key="x${form}y"`)
    }
    const whole = Object.values(secrets).map((secret) =>
      Buffer.from(`{"key":"${secret}"}`).toString('base64'),
    )
    for (const [at, text] of whole.entries()) {
      planted.push(`planted-whole-${at}.js.map`, `planted-whole-${at}.js.gz`)
      await writeFile(join(dist, `planted-whole-${at}.js.map`), text)
      await writeFile(join(dist, `planted-whole-${at}.js.gz`), gzipSync(text))
    }
    expect((await search(dist)).holding.toSorted()).toEqual(planted.toSorted())
  },
)
