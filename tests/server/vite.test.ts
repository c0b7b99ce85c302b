import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { build, resolveConfig } from 'vite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { precompress } from '#server/vite.ts'
import { canary } from './fixtures.ts'

test('a build leaves compressed siblings beside its larger text files', { timeout: 60_000 }, async () => {
  const root = await mkdtemp(join(tmpdir(), 'lookbook-build-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await writeFile(
    join(root, 'index.html'),
    `<script type="module" src="/main.js"></script>${' '.repeat(2000)}`,
  )
  await writeFile(join(root, 'main.js'), `console.log("${'long '.repeat(1000)}"); import("./small.js")`)
  await writeFile(join(root, 'small.js'), 'console.log("small")')
  await build({ root, configFile: false, logLevel: 'silent', plugins: [precompress()] })

  const names = await readdir(join(root, 'dist'), { recursive: true })
  const script = names.find((name) => /assets.index-.*\.js$/.test(name)) ?? ''
  const content = await readFile(join(root, 'dist', script))
  expect(brotliDecompressSync(await readFile(join(root, 'dist', `${script}.br`)))).toEqual(content)
  expect(gunzipSync(await readFile(join(root, 'dist', `${script}.gz`)))).toEqual(content)
  // The small script is not worth it, and the page is changed when the server starts.
  expect(names.filter((name) => /\.(?:br|gz)$/.test(name))).toHaveLength(2)
})

test('no secret of the environment gets into a build', { timeout: 60_000 }, async () => {
  const root = await mkdtemp(join(tmpdir(), 'lookbook-build-'))
  onTestFinished(() => rm(root, { recursive: true }))
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  for (const name of [
    'HEYGEN_API_KEY',
    'HEYGEN_ACCESS_TOKEN',
    'HEYGEN_REFRESH_TOKEN',
    'LOOKBOOK_ACCESS_TOKEN',
  ])
    vi.stubEnv(name, canary)
  await writeFile(join(root, '.env'), `HEYGEN_API_KEY=${canary}\n`)
  await writeFile(join(root, 'index.html'), '<script type="module" src="/main.js"></script>%HEYGEN_API_KEY%')
  await writeFile(
    join(root, 'main.js'),
    'console.log(import.meta.env, import.meta.env.HEYGEN_API_KEY, globalThis.process?.env)',
  )
  // What the project's own settings say of the environment, without its plugins, which need the whole project.
  const own = await resolveConfig({ logLevel: 'silent' }, 'build')
  expect(own.build.sourcemap).toBe(false)
  const { define, envDir, envPrefix } = own
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ...(define ? { define } : {}),
    ...(envPrefix ? { envPrefix } : {}),
    ...(envDir === false ? { envDir } : {}),
  })
  const names = await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(1)
  for (const { parentPath, name } of files)
    expect(await readFile(join(parentPath, name), 'latin1')).not.toContain(canary)
})
