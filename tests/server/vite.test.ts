import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { precompress } from '#server/vite.ts'

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
