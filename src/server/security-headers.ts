import type { Config } from './config.ts'

const permissions =
  'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()'

/** What the picker's page has otherwise. */
export interface PolicyParts {
  connect: string
  forms: string
  frames: string
}

const usual: PolicyParts = { connect: "'self'", forms: "'self'", frames: "'none'" }

export function contentSecurityPolicy(
  mediaHosts: readonly string[],
  { connect, forms, frames }: PolicyParts = usual,
): string {
  const media = ["'self'", 'blob:', ...mediaHosts].join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${media}`,
    `media-src ${media}`,
    `connect-src ${connect}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${forms}`,
    `frame-ancestors ${frames}`,
    "require-trusted-types-for 'script'",
  ].join('; ')
}

/** The headers of every answer. `csp: false` is for Vite's dev server, whose styles are inline. */
export function securityHeaders(
  { mediaHosts, publicUrl }: Pick<Config, 'mediaHosts' | 'publicUrl'>,
  { csp = true }: { csp?: boolean } = {},
): [name: string, value: string][] {
  return [
    ...(csp
      ? [['content-security-policy', contentSecurityPolicy(mediaHosts)] satisfies [string, string]]
      : []),
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', permissions],
    ...(publicUrl?.startsWith('https:')
      ? [['strict-transport-security', 'max-age=63072000; includeSubDomains'] satisfies [string, string]]
      : []),
  ]
}

/** The same answer with our headers. A new one, since workerd's own have headers that cannot be changed. */
export function addHeaders(
  answer: Response,
  headers: readonly (readonly [name: string, value: string])[],
  requestId: string,
): Response {
  const response = new Response(answer.body, answer)
  for (const [name, value] of headers) response.headers.set(name, value)
  response.headers.set('x-request-id', requestId)
  return response
}
