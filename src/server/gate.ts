import { createAccess, type Access } from './access.ts'
import { createClientName } from './client-name.ts'
import type { Config } from './config.ts'
import { Failure } from './failure.ts'
import { ownHosts, ownOrigins } from './hosts.ts'
import { checkTarget } from './request-target.ts'
import { sessionPath } from './session-route.ts'

/** What the gate looks at; `target` and `peer` are what the socket said, where there is one. */
export interface GateRequest {
  method: string
  url: string
  headers: Pick<Headers, 'get' | 'has'>
  /** The request target as sent, before any parsing. */
  target?: string | undefined
  /** Address of the peer; undefined where the runtime has none, which is nobody we trust. */
  peer?: string | undefined
}

const forwarding = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'x-original-url',
  'x-rewrite-url',
  'x-original-host',
]

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)

export const isApi = (path: string) => isBelow(path, '/api')

/** IPv4 peers of a socket that listens on both families read as ::ffff:127.0.0.1. */
const plainAddress = (address: string | undefined) => address?.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * Steps 1 to 7, in this order, which every request passes before any route sees it; throws a Failure.
 * Cross-site JSON, rebinding pages and forged forms all end here, not in the routes. Pictures are held to what the API
 * is held to, as far as an <img> can, which sends no header of ours.
 */
export function createGate(
  config: Config,
  access: Access | null = createAccess(config),
): (request: GateRequest) => Promise<void> {
  const hosts = ownHosts(config)
  const origins = new Set(ownOrigins(config))
  const proxies = new Set(config.trustedProxies)
  const { identityHeader } = config
  const clientName = createClientName(config)
  const untrusted = identityHeader === null ? forwarding : [...forwarding, identityHeader]

  return async ({ method, url, headers, target, peer }) => {
    const { pathname, search, host } = new URL(url)
    checkTarget(target ?? `${pathname}${search}`)

    const named = headers.get('host')
    if (named === null || !hosts.has(named) || !hosts.has(host))
      throw new Failure(
        421,
        'unknown_host',
        'This server does not answer to that name: set PUBLIC_URL to it.',
      )

    const fromProxy = proxies.has(plainAddress(peer) ?? '')
    if (!fromProxy && untrusted.some((name) => headers.has(name)))
      throw new Failure(
        421,
        'untrusted_proxy',
        'The request came with forwarding headers from an address that is not trusted: set TRUSTED_PROXY to it.',
      )

    const api = isApi(pathname)
    const picture = isBelow(pathname, '/pictures')
    if (api && headers.get('x-lookbook') !== '1')
      throw new Failure(403, 'header_required', 'Calls to the API carry the header "X-Lookbook: 1".')
    const site = headers.get('sec-fetch-site')
    if ((api || picture) && site !== null && site !== 'same-origin')
      throw new Failure(403, 'cross_site', 'Lookbook answers to its own pages only.')
    // A page of ours shows or reads a picture, and never opens one as a page, a script or an object.
    const dest = headers.get('sec-fetch-dest')
    if (picture && dest !== null && dest !== 'image' && dest !== 'empty')
      throw new Failure(403, 'not_an_image', 'Pictures are for pages to show.')

    if (!safeMethods.has(method)) {
      if (!origins.has(headers.get('origin') ?? ''))
        throw new Failure(403, 'cross_origin', 'The request does not come from a page of this server.')
      if (headers.get('content-type') !== 'application/json')
        throw new Failure(415, 'json_required', 'The body must be of type application/json.')
    }

    if (!api && !picture) return
    // From anybody but the trusted proxy this header was refused above.
    if (identityHeader !== null && !headers.get(identityHeader)?.trim())
      throw new Failure(401, 'identity_required', 'Sign in first: the proxy names nobody.')
    if (pathname === sessionPath) return
    await access?.check({
      headers,
      client: clientName({ headers, peer }),
      reads: safeMethods.has(method),
    })
  }
}
