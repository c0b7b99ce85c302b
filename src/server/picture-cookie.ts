import type { Config } from './config.ts'
import { sameSecret } from './constant-time.ts'

type Facts = Pick<Config, 'accessToken' | 'publicUrl'>

const isHttps = ({ publicUrl }: Facts) => publicUrl?.startsWith('https:') ?? false

/** Browsers take a name with `__Host-` from this very host over https only, so that no sibling can plant one. */
export const pictureCookieName = (facts: Facts) => `${isHttps(facts) ? '__Host-' : ''}lookbook-pictures`

/**
 * An <img> cannot carry the access token's header, so a page that has proved the token gets a cookie for pictures. It
 * holds a value derived from the token and never the token: whoever reads it sees pictures and cannot call the API.
 * The same token gives the same value, so that a restart locks nobody out and another token ends it.
 */
export async function pictureProof(accessToken: string): Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(accessToken), algorithm, false, ['sign'])
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode('lookbook pictures 1')))
  return Array.from(signed, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The Set-Cookie of every call that got past the gate; undefined where no token is asked for. It counts for pictures
 * only, whatever its path: `__Host-` wants "/". Gone with the browser, as the tab's token is.
 */
export async function pictureCookie(facts: Facts): Promise<string | undefined> {
  if (facts.accessToken === null) return undefined
  const reach = isHttps(facts) ? 'Path=/; Secure' : 'Path=/pictures'
  const proof = await pictureProof(facts.accessToken)
  return `${pictureCookieName(facts)}=${proof}; ${reach}; HttpOnly; SameSite=Strict`
}

/** Any of that name counts: a server on another port of this machine can put one of its own beside ours. */
export async function bearsPictureProof(
  headers: Pick<Headers, 'get'>,
  name: string,
  proof: string,
): Promise<boolean> {
  const prefix = `${name}=`
  for (const cookie of (headers.get('cookie') ?? '').split(';')) {
    const pair = cookie.trim()
    if (pair.startsWith(prefix) && (await sameSecret(pair.slice(prefix.length), proof))) return true
  }
  return false
}
