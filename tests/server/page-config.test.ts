import { expect, test } from 'vitest'
import { injectPageConfig, pageConfig } from '#server/page-config.ts'
import { pageVersion } from '#server/page-version.ts'
import { configOf } from './fixtures.ts'

const html = '<head><meta name="lookbook" content="{}" /></head>'

test('the page hears its mode, media hosts, and what it must ask for', () => {
  expect(pageConfig(configOf(), false)).toEqual({
    mode: 'sandbox',
    mediaHosts: [],
    readonly: false,
    catalogue: 'sandbox',
    accessToken: false,
    spending: 'open',
    batchLimit: 20,
    pictures: false,
  })
  const env = {
    HEYGEN_API_KEY: 'k',
    MEDIA_HOSTS: 'https://media.example',
    PUBLIC_READONLY: '1',
    LOOKBOOK_ACCESS_TOKEN: '0123456789abcdef0123456789abcdef',
  }
  expect(pageConfig(configOf(env), true)).toEqual({
    mode: 'account',
    mediaHosts: ['https://media.example'],
    readonly: true,
    catalogue: expect.stringMatching(/^[0-9a-f]{16}-public$/),
    accessToken: true,
    spending: 'off',
    batchLimit: 20,
    pictures: true,
  })
})

test.each([
  [{}, 'open'],
  [{ SPENDING: '0' }, 'off'],
  [{ HEYGEN_API_KEY: 'k' }, 'launch'],
  [{ HEYGEN_ACCESS_TOKEN: 'k', HOST: 'localhost' }, 'launch'],
  [{ HEYGEN_API_KEY: 'k', SPENDING: '0' }, 'off'],
  [{ HEYGEN_API_KEY: 'k', PUBLIC_READONLY: '1' }, 'off'],
  [{ HEYGEN_API_KEY: 'k', LOOKBOOK_ACCESS_TOKEN: '0123456789abcdef0123456789abcdef' }, 'open'],
  [{ HEYGEN_API_KEY: 'k', TRUSTED_PROXY: '10.0.0.1', IDENTITY_HEADER: 'X-Remote-User' }, 'open'],
])('with %j spending is %s', (env: Record<string, string>, spending) => {
  expect(pageConfig(configOf(env), true).spending).toBe(spending)
})

test('each catalogue has a name of its own, and the same one each time', () => {
  const environments: Record<string, string>[] = [
    {},
    { SANDBOX_LOOKS: '25000' },
    { SANDBOX_LOOKS: '2500' },
    { SANDBOX_DIALECT: 'video_avatar' },
    { PUBLIC_READONLY: '1' },
    { HEYGEN_API_KEY: 'k' },
    { HEYGEN_API_KEY: 'l' },
    { HEYGEN_ACCESS_TOKEN: 'k' },
    { HEYGEN_API_KEY: 'k', HEYGEN_BASE_URL: 'https://eu.example' },
    { HEYGEN_API_KEY: 'k', PUBLIC_READONLY: '1' },
  ]
  const names = environments.map((env) => pageConfig(configOf(env), true).catalogue)
  expect(new Set(names).size).toBe(environments.length)
  expect(environments.map((env) => pageConfig(configOf(env), true).catalogue)).toEqual(names)
  // What else is set is no other catalogue.
  const other = { HEYGEN_API_KEY: 'k', PORT: '9', SANDBOX_LOOKS: '5', SPENDING: '0' }
  expect(pageConfig(configOf(other), true).catalogue).toBe(names[5])
})

const many = {
  CREATES_PER_MINUTE: '500',
  CREATES_PER_DAY: '500',
  CREATES_PER_MINUTE_ALL: '500',
  CREATES_PER_DAY_ALL: '500',
}

test.each([
  [many, 100],
  [{ ...many, CREATES_PER_MINUTE: '7' }, 7],
  [{ ...many, CREATES_PER_DAY: '7' }, 7],
  [{ ...many, CREATES_PER_MINUTE_ALL: '7' }, 7],
  [{ ...many, CREATES_PER_DAY_ALL: '7' }, 7],
])('with %j a batch may hold %i videos', (env: Record<string, string>, limit) => {
  expect(pageConfig(configOf(env), true).batchLimit).toBe(limit)
})

test('it is written into the page, over and over if need be', () => {
  const once = injectPageConfig(html, configOf(), true)
  expect(once).toBe(
    '<head><meta name="lookbook" content="{&quot;mode&quot;:&quot;sandbox&quot;,&quot;mediaHosts&quot;:[],&quot;readonly&quot;:false,&quot;catalogue&quot;:&quot;sandbox&quot;,&quot;accessToken&quot;:false,&quot;spending&quot;:&quot;open&quot;,&quot;batchLimit&quot;:20,&quot;pictures&quot;:true,&quot;version&quot;:&quot;VERSION&quot;}" /></head>'.replace(
      'VERSION',
      pageVersion(html),
    ),
  )
  expect(injectPageConfig(once, configOf(), true)).toBe(once)
})

test('nothing in it can leave the attribute', () => {
  const config = { ...configOf(), mediaHosts: [`"><script>alert('1')</script>&$&`] }
  const injected = injectPageConfig(html, config, true)
  expect(injected).toContain(
    '&quot;\\&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;$&amp;&quot;',
  )
  expect(injected).not.toContain('<script')
})

test('no secret is in it', () => {
  const env = {
    HEYGEN_API_KEY: 'key-for-this-test',
    LOOKBOOK_ACCESS_TOKEN: '0123456789abcdef0123456789abcdef',
  }
  expect(injectPageConfig(html, configOf(env), true)).not.toMatch(/key-for-this-test|0123456789abcdef/)
})

test('a page without the place for it is an error at the start', () => {
  expect(() => injectPageConfig('<head></head>', configOf(), true)).toThrow('meta name="lookbook"')
})
