import { expect, test } from 'vitest'
import { createMediaGuard } from '#heygen/media-url.ts'

const guard = createMediaGuard('https://lookbook.example/looks/x', [
  'https://*.heygen.ai',
  'https://files.heygen.com',
  'http://127.0.0.1:9000',
])

test.each([
  ['https://files2.heygen.ai/a/b.webp?Expires=1&Signature=x', undefined],
  ['https://a.b.heygen.ai/x', undefined],
  ['https://files.heygen.com/x', undefined],
  ['http://127.0.0.1:9000/x', undefined],
  ['https://lookbook.example/sandbox/x.webp', undefined],
  ['/sandbox/x.webp', 'https://lookbook.example/sandbox/x.webp'],
  ['x.webp', 'https://lookbook.example/looks/x.webp'],
  ['https:evil.test/x.webp', 'https://lookbook.example/looks/evil.test/x.webp'],
  ['HTTPS://FILES.HEYGEN.COM/x', 'https://files.heygen.com/x'],
  ['https://files.heygen.com:443/x', 'https://files.heygen.com/x'],
])('%s may be loaded', (url, loaded = url) => {
  expect(guard(url)).toBe(loaded)
})

const refused = String.raw`
javascript:alert(1)
JaVaScRiPt:alert(1)
data:image/svg+xml,<svg onload=alert(1)>
data:text/html,x
vbscript:msgbox(1)
blob:https://lookbook.example/1
file:///etc/passwd
ftp://files.heygen.com/x
s3://sandbox-voices/theo.wav
about:blank
//evil.test/a.webp
\\evil.test\a.webp
/\evil.test/a.webp
https://evil.test/a.webp
https://heygen.ai/x
https://heygen.ai.evil.test/x
https://evilheygen.ai/x
https://evil.test/https://files.heygen.com/x
https://evil.test#files.heygen.com
https://evil.test?files.heygen.com
https://files.heygen.com@evil.test/x
https://user@files.heygen.com/x
https://user:pass@files.heygen.com/x
https://files.heygen.com.evil.test/x
https://files.heygen.com:8443/x
https://a.heygen.ai:8443/x
http://files.heygen.com/x
http://files2.heygen.ai/x
http://lookbook.example/x
https://lookbook.example:8443/x
http://127.0.0.1:9001/x
http://127.0.0.1/x
http://[::1]:9000/x
https://
https://[
http://%
`

test.each(refused.trim().split('\n'))('%s reads as missing', (url) => {
  expect(guard(url)).toBeNull()
})

test.each([
  ['java\nscript:alert(1)'],
  ['\tjavascript:alert(1)'],
  ['\u0000javascript:alert(1)'],
  [''],
  [null],
])('%j reads as missing', (url) => {
  expect(guard(url)).toBeNull()
})

test('what is let through is the address as the browser reads it', () => {
  expect(guard(' https://files.heygen.com/a b\n')).toBe('https://files.heygen.com/a%20b')
})
