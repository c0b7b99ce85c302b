import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createMediaGuard } from '#heygen/media-url.ts'
import { openStudio, span } from '../sandbox/studio.ts'

const page = 'https://lookbook.example/looks/x'
const guard = createMediaGuard(page, [
  'https://*.heygen.ai',
  'https://files.heygen.com',
  'http://127.0.0.1:9000',
])

test.each([
  ['https://files2.heygen.ai/a/b.webp?Expires=1&Signature=x', undefined],
  ['https://a.b.heygen.ai/x', undefined],
  ['https://files.heygen.com/x', undefined],
  ['https://files.heygen.com/x#t=1', undefined],
  ['http://127.0.0.1:9000/x', undefined],
  ['HTTPS://FILES.HEYGEN.COM/x', 'https://files.heygen.com/x'],
  ['https://files.heygen.com:443/x', 'https://files.heygen.com/x'],
  ['/sandbox/looks/x.webp', 'https://lookbook.example/sandbox/looks/x.webp'],
  ['/sandbox/captions/x.srt', 'https://lookbook.example/sandbox/captions/x.srt'],
  ['/demo/sandbox/voices/x.mp3?v=1', 'https://lookbook.example/demo/sandbox/voices/x.mp3?v=1'],
  ['/https://evil.test/x.webp', 'https://lookbook.example/https://evil.test/x.webp'],
  ['/@evil.test/x.webp', 'https://lookbook.example/@evil.test/x.webp'],
  ['/..//evil.test/x.webp', 'https://lookbook.example//evil.test/x.webp'],
])('%s may be loaded', (url, loaded = url) => {
  expect(guard(url)).toBe(loaded)
})

// One hostile address a line; `\uXXXX` stands for what an editor would hide.
const hostile = readFileSync(new URL('./hostile-media.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) =>
    line.replace(/\\u([\da-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  )

test.each(hostile.map((url) => [url]))('%j reads as missing', (url) => {
  expect(guard(url)).toBeNull()
})

test('the corpus has no line twice', () => {
  expect(new Set(hostile).size).toBe(hostile.length)
})

test.each([[''], [null]])('%j reads as missing', (url) => {
  expect(guard(url)).toBeNull()
})

test('what is let through is the address as the browser reads it', () => {
  expect(guard(' https://files.heygen.com/a b\n')).toBe('https://files.heygen.com/a%20b')
  expect(guard('/sandbox/a b.webp')).toBe('https://lookbook.example/sandbox/a%20b.webp')
})

test('a path stays on the page’s own origin, whatever it holds', () => {
  for (const first of ['a', '.', '@', ':', '?', '#', '%5c', '%2f', ';', '..', '.\\', 'é'])
    for (const rest of [
      '',
      '/',
      '//evil.test/x',
      '\\\\evil.test\\x',
      '\t/evil.test',
      '@evil.test/x',
      ':80/x',
    ])
      expect(new URL(guard(`/${first}${rest}`) ?? '', 'https://nobody.test').origin).toBe(
        'https://lookbook.example',
      )
})

/** Every address in an answer. */
function addressesIn(value: unknown): string[] {
  const found: string[] = []
  JSON.stringify(value, (key, field: unknown) => {
    if (key.endsWith('_url') && typeof field === 'string') found.push(field)
    return field
  })
  return found
}

test('all that the sandbox gives is let through, but for the sample that no page can play', async () => {
  const { sandbox, pass, speak } = openStudio()
  await speak('Hello.', { caption: {} })
  pass(span)
  const read = async (path: string) => addressesIn(await (await sandbox.request(path)).json())
  const lists = [
    '/v3/avatars/looks?limit=50',
    '/v3/avatars?limit=50',
    '/v3/voices?limit=100',
    '/v3/video-agents/styles?limit=100',
    '/v3/videos?limit=100',
  ]
  for (const list of lists) {
    const addresses = await read(list)
    expect(addresses.length).toBeGreaterThan(2)
    const lost = new Set(addresses.filter((url) => guard(url) === null))
    lost.delete('s3://sandbox-voices/theo.wav')
    expect([...lost]).toEqual([])
  }
})
