import { expect, test } from 'vitest'
import { createClientName } from '#server/client-name.ts'

const named = (headers: Record<string, string>, peer?: string, identityHeader: string | null = null) =>
  createClientName({ trustedProxies: ['10.0.0.1', '10.0.0.2'], identityHeader })({
    headers: new Headers(headers),
    ...(peer === undefined ? {} : { peer }),
  })

test.each([
  [{}, '203.0.113.7', '203.0.113.7'],
  [{}, '::ffff:203.0.113.7', '203.0.113.7'],
  [{}, undefined, ''],
  // Only the trusted proxy is believed, and only its own hop: what comes before it anyone can write.
  [{ 'x-forwarded-for': '1.1.1.1' }, '203.0.113.7', '203.0.113.7'],
  [{ 'x-forwarded-for': '1.1.1.1, 198.51.100.9' }, '10.0.0.1', '198.51.100.9'],
  [{ 'x-forwarded-for': '198.51.100.9, 10.0.0.2' }, '::ffff:10.0.0.1', '198.51.100.9'],
  [{ 'x-forwarded-for': ' , ' }, '10.0.0.1', '10.0.0.1'],
  [{}, '10.0.0.1', '10.0.0.1'],
  [{}, '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  [{}, '2001:db8::1', '2001:db8:0:0'],
  [{}, '::1', ':0:0:0'],
])('%o from %s is %s', (headers, peer, name) => {
  expect(named(headers, peer)).toBe(name)
})

test('a person whom the proxy names is that person, wherever they are', () => {
  expect(named({ 'x-user': ' ann ' }, '10.0.0.1', 'x-user')).toBe('person ann')
  expect(named({}, '203.0.113.7', 'x-user')).toBe('203.0.113.7')
})
