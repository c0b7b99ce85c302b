import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// What no code here may do, so that whole kinds of faults need no second look.

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const sources = [
  ...readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
  'public/lookbook-picker.js',
].map((path) => ({ path, text: withoutComments(readFileSync(path, 'utf8')) }))

/** Every place of a pattern, as `file: what stands there`. */
const placesOf = (pattern: RegExp, below = '') =>
  sources
    .filter(({ path }) => path.startsWith(below))
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`))

test('the sources are read', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(placesOf(/export function createApp\(/g)).toEqual(['src/server/app.ts: export function createApp('])
})

test('no text is run as code', () => {
  expect(placesOf(/\beval\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*['"`]|node:vm\b/g)).toEqual([])
})

test('no text becomes HTML', () => {
  const sinks =
    /\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|createContextualFragment|document\.write|\bsrcdoc\b|dangerouslySetInnerHTML|DOMParser|setHTMLUnsafe/gi
  expect(placesOf(sinks)).toEqual([])
})

test('no other program is started', () => {
  expect(placesOf(/child_process|node:cluster|\bexecFile\b|\bspawn\(/g)).toEqual([])
})

test('no check of a certificate is switched off, and no older TLS is allowed', () => {
  expect(
    placesOf(/rejectUnauthorized|TLS_REJECT_UNAUTHORIZED|checkServerIdentity|minVersion|secureProtocol/g),
  ).toEqual([])
})

test('the server never sends anybody elsewhere', () => {
  expect(placesOf(/\bredirect\(|['"]location['"]|\blocation:|\b30[1278]\b/gi, 'src/server')).toEqual([])
})

test('hashes are SHA-256, and nothing is encrypted by us', () => {
  expect(
    placesOf(/\b(?:md5|sha-?1|rc4|des-|aes-|ecb)\b|createCipher|createDecipher|subtle\.(?:en|de)crypt/gi),
  ).toEqual([])
  const hashes = placesOf(/createHash\([^)]*\)|subtle\.(?:digest|sign)\([^,]*,/g).map(
    (place) => place.split(': ')[1],
  )
  expect(new Set(hashes)).toEqual(
    new Set(["createHash('sha256')", "subtle.digest('SHA-256',", "subtle.sign('HMAC',"]),
  )
})

test('what must not be guessed comes from the system’s generator', () => {
  // Jitter between two tries, where a guess gains nothing.
  expect(placesOf(/Math\.random/g)).toEqual([
    'src/server/spending.ts: Math.random',
    'src/server/upstream.ts: Math.random',
  ])
})

test('no pattern is made of what somebody typed', () => {
  expect(placesOf(/\bRegExp\(/g)).toEqual(['src/search/normalise.ts: RegExp('])
})

test('the server writes to its two streams, from where it is started, and nowhere else', () => {
  const writers = new Set(
    placesOf(/\bconsole\.\w+|process\.std(?:out|err)|\bappendFile|createWriteStream/g, 'src/server').map(
      (place) => place.split(': ')[0],
    ),
  )
  expect(writers).toEqual(
    new Set(['src/server/check-node.js', 'src/server/node.ts', 'src/server/vite.ts', 'src/server/worker.ts']),
  )
})
