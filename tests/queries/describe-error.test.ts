import { expect, test } from 'vitest'
import { HeygenHttpError, HeygenNetworkError, HeygenShapeError, HeygenTimeoutError } from '#heygen/errors.ts'
import { describeError, isNotFound } from '#queries/describe-error.ts'

const http = (
  status: number,
  code = 'unknown',
  extra: { requestId?: string | undefined; retryAfter?: number } = {},
) => new HeygenHttpError('GET /v3/avatars/looks', status, { code, message: 'secret detail' }, extra)

// The rows of the fault table that end at the page, with what our own server calls them.
test.each([
  { fault: 'reset', error: http(502, 'upstream_unreachable'), title: 'HeyGen cannot be reached' },
  { fault: 'HTML', error: http(502, 'upstream_unreadable'), title: 'HeyGen sent an unreadable answer' },
  { fault: 'redirect', error: http(502, 'upstream_redirect'), title: 'HeyGen sent an unreadable answer' },
  { fault: 'bomb', error: http(502, 'upstream_too_large'), title: 'HeyGen sent an unreadable answer' },
  { fault: 'stalled', error: http(504, 'upstream_timeout'), title: 'HeyGen took too long to answer' },
  { fault: 'queue', error: http(503, 'server_busy'), title: 'Lookbook’s server is busy' },
  { fault: '429', error: http(429, 'rate_limit_exceeded'), title: 'HeyGen asks to slow down' },
  { fault: '500', error: http(500, 'internal_error'), title: 'HeyGen has a problem' },
  { fault: '503', error: http(503, 'unavailable'), title: 'HeyGen has a problem' },
  { fault: '401', error: http(401, 'heygen_unauthorized'), title: 'HeyGen does not accept this key' },
  { fault: 'nobody signed in', error: http(401, 'identity_required'), title: 'Sign in first' },
  {
    fault: 'a proxy not listed',
    error: http(421, 'untrusted_proxy'),
    title: 'Lookbook’s server refused the request',
  },
  { fault: 'no header', error: http(403, 'header_required'), title: 'Lookbook’s server refused the request' },
  { fault: 'another site', error: http(403, 'cross_site'), title: 'Lookbook’s server refused the request' },
  { fault: '402', error: http(402, 'insufficient_credit'), title: 'HeyGen says the account has no credit' },
  { fault: '403', error: http(403, 'forbidden'), title: 'HeyGen does not allow this for the account' },
  { fault: 'Host', error: http(421, 'unknown_host'), title: 'Lookbook’s server refused the request' },
  { fault: '400', error: http(400, 'invalid_parameter'), title: 'HeyGen refused the request' },
  { fault: '409', error: http(409, 'conflict'), title: 'HeyGen refused the request' },
  { fault: '200 with error', error: http(200, 'internal_error'), title: 'HeyGen refused the request' },
  { fault: 'no server', error: new HeygenNetworkError('x'), title: 'Lookbook’s server does not answer' },
  { fault: 'silence', error: new HeygenTimeoutError('x'), title: 'HeyGen took too long to answer' },
  { fault: 'bad shape', error: new HeygenShapeError('x'), title: 'HeyGen sent an unreadable answer' },
  { fault: 'a bug', error: new TypeError('x is undefined'), title: 'Something went wrong' },
  { fault: 'a thrown text', error: 'x', title: 'Something went wrong' },
])('$fault is said as "$title"', ({ error, title }) => {
  expect(describeError(error).title).toBe(title)
})

test('what can be done is said for whatever a person can mend', () => {
  expect(describeError(http(401)).hint).toContain('HEYGEN_API_KEY')
  expect(describeError(http(402)).hint).toContain('balance')
  expect(describeError(http(403)).hint).toContain('plan')
  expect(describeError(http(421)).hint).toContain('address')
})

test('offline is told from a server that does not answer', () => {
  expect(describeError(new HeygenNetworkError('x'), false).title).toBe('You are offline')
})

test('the wait that HeyGen asks for is counted out, where it gives one', () => {
  expect(describeError(http(429, 'x', { retryAfter: 90 })).hint).toContain('90 s')
  expect(describeError(http(429, 'x', { retryAfter: 0 })).hint).toBe('Try again in a moment.')
  expect(describeError(http(429)).hint).toBe('Try again in a moment.')
})

test('the request can be named to whoever reads the log, and nothing else of it is shown', () => {
  for (const status of [400, 401, 402, 403, 421, 429, 500, 502]) {
    const words = describeError(http(status, 'unknown', { requestId: 'r1' }))
    expect(words.request).toBe('r1')
    expect(Object.values(words).join(' ')).not.toContain('secret detail')
  }
  expect(describeError(new HeygenShapeError('x', 'r2')).request).toBe('r2')
})

test.each(['__proto__', 'constructor', 'toString'])(
  'an error with the code %s is said like any other',
  (code) => {
    expect(describeError(http(500, code)).title).toBe('HeyGen has a problem')
  },
)

test('an id that does not exist, or cannot, is not found', () => {
  expect([400, 404, 401, 500].map((status) => isNotFound(http(status)))).toEqual([true, true, false, false])
  expect(isNotFound(new HeygenNetworkError('x'))).toBe(false)
})
