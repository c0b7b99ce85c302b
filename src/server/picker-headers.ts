import type { Context, Next } from 'hono'
import type { Config } from './config.ts'
import { Failure } from './failure.ts'
import { ownHosts } from './hosts.ts'
import { contentSecurityPolicy } from './security-headers.ts'
import { sessionPath } from './session-route.ts'

/** The page that other apps open; exactly this, and nothing below it. */
export const pickerPath = '/pick'
/** What their pages load to open it. */
const scriptPath = '/lookbook-picker.js'

/** All that the picker asks of the API: looks and people, by GET alone, since nothing else exists below these. */
const readPaths = ['/api/v3/avatars', '/api/v3/avatars/']

type Headers = readonly (readonly [name: string, value: string])[]

const isNamed = (host: string) => !host.startsWith('[')

/** A CSP cannot name an IPv6 address, so the picker's page would reach nothing there. */
export async function refuseUnnamed(c: Context, next: Next): Promise<void> {
  if (!isNamed(new URL(c.req.url).host))
    throw new Failure(421, 'name_required', 'Open the picker by a name or an IPv4 address.')
  await next()
}

/**
 * What an address of the picker has in place of the usual headers; nothing for any other.
 *
 * The page may be framed by the listed origins, and its own code can reach only what it reads: no route that spends,
 * whatever gets to run there. Sources have no scheme, because a proxy before the server may be the one that has TLS.
 *
 * Its opener policy is `unsafe-none`: under `same-origin` a browser would put a pop-up that another origin opens
 * apart from its opener, and the two could not talk. Every other page keeps `same-origin`, so the handle that the
 * opener has is cut as soon as the pop-up leaves /pick.
 */
export function createPickerHeaders(
  config: Config,
  { csp = true }: { csp?: boolean } = {},
): (path: string, host: string, origin: string | undefined) => Headers {
  const { accessToken, mediaHosts, pickerOrigins } = config
  const page = (connect: string): Headers => [
    ['cross-origin-opener-policy', 'unsafe-none'],
    ...(csp
      ? [
          [
            'content-security-policy',
            contentSecurityPolicy(mediaHosts, {
              connect,
              forms: "'none'",
              frames: ["'self'", ...pickerOrigins].join(' '),
            }),
          ] as const,
        ]
      : []),
  ]
  const named = [...ownHosts(config)].filter(isNamed)
  // Where a token is asked for, it is there too that it is given.
  const paths = accessToken === null ? readPaths : [...readPaths, sessionPath]
  const pages = new Map(named.map((host) => [host, page(paths.map((path) => host + path).join(' '))]))
  const elsewhere = page("'none'")
  const listed = new Set(pickerOrigins)

  return (path, host, origin) => {
    if (path === pickerPath) return pages.get(host) ?? elsewhere
    if (path !== scriptPath) return []
    return [
      ['cross-origin-resource-policy', 'cross-origin'],
      // A module of another origin is loaded by CORS; the answer depends on who asks.
      ['vary', 'Accept-Encoding, Origin'],
      ...(origin !== undefined && listed.has(origin)
        ? [['access-control-allow-origin', origin] as const]
        : []),
    ]
  }
}
