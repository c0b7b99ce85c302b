import type { Config } from './config.ts'

type Facts = Pick<Config, 'publicUrl' | 'pickerOrigins'>

interface Cookie {
  name: string
  attributes: string
}

export interface SessionCookies {
  own: Cookie
  /** For the picker in a frame of another site; null where nobody may frame it. */
  framed: Cookie | null
}

/**
 * Browsers take a name with `__Host-` from this very host over https only, so that no sibling can plant one. Without a
 * public https address there is only this machine, over http. They are gone with the browser.
 *
 * In a frame of another site a browser sends no Strict cookie: the picker has one there that is kept apart for each site
 * that frames it, and that counts for reading alone (access.ts).
 */
export function sessionCookies({ publicUrl, pickerOrigins }: Facts): SessionCookies {
  const https = publicUrl?.startsWith('https:') ?? false
  const own = https
    ? { name: '__Host-lookbook-session', attributes: 'Path=/; Secure; HttpOnly; SameSite=Strict' }
    : { name: 'lookbook-session', attributes: 'Path=/; HttpOnly; SameSite=Strict' }
  // Browsers take Secure from this machine without https too, and want it for such a cookie.
  const framed =
    pickerOrigins.length > 0
      ? {
          name: https ? '__Host-lookbook-framed-session' : 'lookbook-framed-session',
          attributes: 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
        }
      : null
  return { own, framed }
}

export const setCookie = ({ name, attributes }: Cookie, value: string) => `${name}=${value}; ${attributes}`

export const dropCookie = (cookie: Cookie) => `${setCookie(cookie, '')}; Max-Age=0`

/** Any of that name counts: a server on another port of this machine can put one of its own beside ours. */
export function readCookies(headers: Pick<Headers, 'get'>, cookies: readonly (Cookie | null)[]): string[] {
  const prefixes = cookies.flatMap((cookie) => (cookie ? [`${cookie.name}=`] : []))
  return (headers.get('cookie') ?? '').split(';').flatMap((part) => {
    const pair = part.trim()
    const prefix = prefixes.find((one) => pair.startsWith(one))
    return prefix === undefined ? [] : [pair.slice(prefix.length)]
  })
}
