import { isIPv6 } from 'node:net'
import type { Config } from './config.ts'

interface Caller {
  headers: Pick<Headers, 'get'>
  /** Address of the peer; undefined where the runtime has none. */
  peer?: string | undefined
}

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

/** A household has 2^64 addresses of version 6: the first half names it. */
function network(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':')
  if (tail === undefined) return groups.slice(0, 4).join(':')
  const after = tail === '' ? [] : tail.split(':')
  const gap = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  return [...groups, ...gap, ...after].slice(0, 4).join(':')
}

/**
 * Who calls, for sharing what there is: the person whom the proxy names, else the address before the trusted proxies,
 * else the peer's. To be asked only past the gate, which refuses these headers from anybody else.
 */
export function createClientName({
  trustedProxies,
  identityHeader,
}: Pick<Config, 'trustedProxies' | 'identityHeader'>): (caller: Caller) => string {
  const proxies = new Set(trustedProxies)
  return ({ headers, peer = '' }) => {
    const person = identityHeader === null ? null : headers.get(identityHeader)?.trim()
    if (person) return `person ${person}`
    const direct = plain(peer)
    if (!proxies.has(direct)) return network(direct)
    const hops = (headers.get('x-forwarded-for') ?? '').split(',').map(plain)
    return network(hops.findLast((hop) => hop !== '' && !proxies.has(hop)) ?? direct)
  }
}
