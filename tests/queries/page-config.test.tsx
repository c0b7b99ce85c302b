import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => document.head.replaceChildren())

/** The settings of a page that the server wrote `content` into. */
async function configOf(content: string | null) {
  vi.resetModules()
  if (content !== null) {
    const meta = document.createElement('meta')
    meta.name = 'lookbook'
    meta.content = content
    document.head.append(meta)
  }
  return (await import('#queries/page-config.ts')).pageConfig
}

const sandbox = {
  mode: 'sandbox',
  mediaHosts: [],
  readonly: false,
  catalogue: 'sandbox',
  batchLimit: 100,
  spending: 'open',
  accessToken: false,
  pictures: false,
  version: '',
}

test('the page knows its mode and media hosts from the server', async () => {
  const written = {
    mode: 'account',
    mediaHosts: ['https://*.heygen.ai'],
    readonly: true,
    catalogue: '0123456789abcdef',
    batchLimit: 7,
    spending: 'off',
    accessToken: true,
    pictures: true,
    version: '',
  }
  expect(await configOf(JSON.stringify(written))).toEqual(written)
})

test.each([
  null,
  '',
  '{}',
  '{',
  'null',
  '[]',
  '"account"',
  '{"mode":"live","mediaHosts":"*","readonly":"yes","catalogue":7,"spending":"free","accessToken":"yes","pictures":1}',
])('a page with %s is the sandbox', async (content) => {
  expect(await configOf(content)).toEqual(sandbox)
})

test('one bad setting does not cost the others', async () => {
  expect(await configOf('{"mode":"account","mediaHosts":[1],"later":true}')).toEqual({
    ...sandbox,
    mode: 'account',
  })
})
