import type { Config } from './config.ts'

/** Names and addresses that only this machine reaches. */
export const isLoopback = (host: string) =>
  host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || host === '[::1]'

/** Nobody's address: they only say "listen everywhere". */
export const isEverywhere = (host: string) => host === '0.0.0.0' || host === '::'

/** As a host stands in a URL: an IPv6 address in brackets. */
export const urlHost = (host: string) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)

type Names = Pick<Config, 'host' | 'port' | 'publicUrl'>

/** The origins that a page of ours can have, all of which the server answers to. */
export function ownOrigins({ host, port, publicUrl }: Names): string[] {
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]'])
  if (!isEverywhere(host)) hosts.add(urlHost(host))
  const origins = [...hosts].map((name) => new URL(`http://${name}:${port}`).origin)
  return publicUrl === null ? origins : [...origins, publicUrl]
}

/** What may stand in Host. A default port may be written out. */
export function ownHosts(names: Names): Set<string> {
  const hosts = new Set<string>()
  for (const origin of ownOrigins(names)) {
    const { protocol, hostname, host, port } = new URL(origin)
    hosts.add(host)
    if (port === '') hosts.add(`${hostname}:${protocol === 'https:' ? 443 : 80}`)
  }
  return hosts
}
