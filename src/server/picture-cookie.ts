import type { Config } from './config.ts'
import { sameSecret } from './constant-time.ts'

const name = 'lookbook-pictures'

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
 * The Set-Cookie of every call that got past the gate; undefined where no token is asked for. Its path keeps it from
 * the API, so the server never sees whether a page has it already. Gone with the browser, as the tab's token is.
 */
export async function pictureCookie({
  accessToken,
  publicUrl,
}: Pick<Config, 'accessToken' | 'publicUrl'>): Promise<string | undefined> {
  if (accessToken === null) return undefined
  const secure = publicUrl?.startsWith('https:') ? '; Secure' : ''
  return `${name}=${await pictureProof(accessToken)}; Path=/pictures; HttpOnly; SameSite=Strict${secure}`
}

/** Any of that name counts: a server on another port of this machine can put one of its own beside ours. */
export async function bearsPictureProof(headers: Pick<Headers, 'get'>, proof: string): Promise<boolean> {
  const prefix = `${name}=`
  for (const cookie of (headers.get('cookie') ?? '').split(';')) {
    const pair = cookie.trim()
    if (pair.startsWith(prefix) && (await sameSecret(pair.slice(prefix.length), proof))) return true
  }
  return false
}
