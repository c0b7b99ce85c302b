import { expect, test } from 'vitest'
import { injectPageConfig, injectPickerConfig } from '#server/page-config.ts'
import { pageVersion } from '#server/page-version.ts'
import { createWorkerFiles } from '#server/worker-files.ts'
import { appOf, configOf, emptyPage } from './fixtures.ts'

const html = (script: string) =>
  `<head><meta name="lookbook" content="{}" /><script src="/assets/${script}.js"></script></head>`

const told = (page: string) => /&quot;version&quot;:&quot;([\w-]+)&quot;/.exec(page)?.[1]

test('the page is told the version that the server names, whatever its settings, and another build has another', () => {
  const version = pageVersion(html('a'))
  expect(version).toMatch(/^[\w-]{12}$/)
  for (const env of [{}, { PUBLIC_READONLY: '1', HEYGEN_API_KEY: 'k' }]) {
    expect(told(injectPageConfig(html('a'), configOf(env), true))).toBe(version)
    expect(told(injectPickerConfig(html('a'), configOf(env), false))).toBe(version)
  }
  expect(pageVersion(html('b'))).not.toBe(version)
})

test('answers of the API and /healthz name the version; refusals do too, pages do not', async () => {
  const { get } = appOf(emptyPage, undefined, { version: () => 'v-1', files: () => new Response('page') })
  const versionOf = async (path: string) => (await get(path)).headers.get('x-lookbook-version')
  expect(await versionOf('/api/v3/avatars/looks')).toBe('v-1')
  expect(await versionOf('/api/nothing/here')).toBe('v-1')
  expect(await versionOf('/')).toBeNull()
  expect(await (await get('/healthz')).json()).toEqual({ ok: true, mode: 'account', version: 'v-1' })
})

test('a server that does not know it says nothing', async () => {
  const { get } = appOf(emptyPage)
  expect((await get('/api/v3/avatars/looks')).headers.has('x-lookbook-version')).toBe(false)
})

test('on workerd it is of the page among the assets, which is read once', async () => {
  let read = 0
  const assets = {
    fetch: async () => {
      read++
      return new Response(html('a'))
    },
  }
  const { version } = createWorkerFiles(assets, (page) => page)
  expect([await version(), await version()]).toEqual([pageVersion(html('a')), pageVersion(html('a'))])
  expect(read).toBe(1)
})
