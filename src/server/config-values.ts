import { ConfigError } from './config-error.ts'
import { isLoopback } from './hosts.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** They stand in a header of every answer at /pick. */
const mostOrigins = 32

/** The variable's value; an empty one, as an unfilled line of .env leaves it, is none. */
const value = (env: Environment, name: string) => env[name] || undefined

const parseUrl = (name: string, text: string) => {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new ConfigError(`${name} must be an http(s) address.`)
  if (url.username || url.password || url.search || url.hash || /[?#]/.test(text))
    throw new ConfigError(`${name} must hold no user, password, query or fragment.`)
  return url
}

/** What travels as a header value must be visible ASCII, or fetch throws with the value in its message. */
export function readSecret(env: Environment, name: string): string | undefined {
  const text = value(env, name)
  if (text !== undefined && !/^[!-~]+$/.test(text))
    throw new ConfigError(
      `${name} holds a blank, a control character or one outside ASCII: copy it again, without line breaks.`,
    )
  return text
}

export function readBaseUrl(env: Environment, name: string, fallback: string): string {
  const url = parseUrl(name, value(env, name) ?? fallback)
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new ConfigError(
      `${name} must be https, since the key is sent there; http is for this machine only.`,
    )
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

export function readPort(env: Environment, name: string, fallback: number): number {
  const text = value(env, name)
  if (text === undefined) return fallback
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new ConfigError(`${name} must be a whole number up to 65535.`)
  return port
}

export function readHost(env: Environment, name: string, fallback: string): string {
  const host = value(env, name) ?? fallback
  const plain = host.replace(/^\[(.+)\]$/, '$1')
  if (
    !/^[A-Za-z0-9.:-]+$/.test(plain) ||
    !URL.canParse(`http://${plain.includes(':') ? `[${plain}]` : plain}`)
  )
    throw new ConfigError(`${name} must be a host name or an address to listen on, without scheme or port.`)
  return plain
}

export function readOrigin(env: Environment, name: string): string | null {
  const text = value(env, name)
  if (text === undefined) return null
  const url = parseUrl(name, text)
  if (url.pathname !== '/') throw new ConfigError(`${name} must be an origin such as https://looks.example.`)
  return url.origin
}

/** Origins as in a CSP source list; strict, because they are written into the CSP as they are. */
export function readMediaHosts(env: Environment, name: string): string[] | undefined {
  return value(env, name)
    ?.split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const match = /^(https?):\/\/(\*\.)?([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?\/?$/i.exec(entry)
      const [, scheme, wild = '', host = '', port = ''] = match ?? []
      const url = URL.parse(`${scheme}://${host}${port}`)
      if (!match || !url || (wild && !/[a-z0-9]\.[a-z]/i.test(host)))
        throw new ConfigError(
          `${name} must list origins such as https://media.example or https://*.media.example, comma-separated.`,
        )
      if (url.protocol === 'http:' && (wild || !isLoopback(url.hostname)))
        throw new ConfigError(`${name} must list https origins; http is for this machine only.`)
      return `${url.protocol}//${wild}${url.host}`
    })
}

/** Exact origins, apart by commas or spaces; strict, because they are written into the CSP as they are. */
export function readPickerOrigins(env: Environment, name: string): string[] {
  const entries = (value(env, name) ?? '').split(/[\s,]+/).filter((entry) => entry !== '')
  if (entries.length > mostOrigins) throw new ConfigError(`${name} must list at most ${mostOrigins} origins.`)
  const origins = entries.map((entry) => {
    // No IPv6 address: a CSP cannot name one.
    const url = /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?\/?$/i.test(entry) ? URL.parse(entry) : null
    if (!url)
      throw new ConfigError(
        `${name} must list origins such as https://app.example, without path or wildcard, comma-separated.`,
      )
    if (url.protocol === 'http:' && !isLoopback(url.hostname))
      throw new ConfigError(`${name} must list https origins; http is for this machine only.`)
    return url.origin
  })
  return [...new Set(origins)]
}

export function readFlag(env: Environment, name: string, fallback: '0' | '1' = '0'): boolean {
  const text = value(env, name) ?? fallback
  if (text !== '0' && text !== '1') throw new ConfigError(`${name} must be 1 or 0.`)
  return text === '1'
}

export function readCount(env: Environment, name: string, fallback: number, least: 0 | 1 = 1): number {
  const text = value(env, name)
  if (text === undefined) return fallback
  if (!/^(?:0|[1-9]\d{0,6})$/.test(text) || Number(text) < least)
    throw new ConfigError(`${name} must be a whole number from ${least} to 9999999.`)
  return Number(text)
}

export function readFolderPath(env: Environment, name: string, fallback: string): string {
  const path = value(env, name) ?? fallback
  if (!/^[^\p{Cc}]+$/u.test(path)) throw new ConfigError(`${name} must be the path of a folder.`)
  return path
}

export function readFilePath(env: Environment, name: string, fallback: string): string {
  const path = value(env, name) ?? fallback
  // SQLite reads ":memory:" and "file:" as other things than paths.
  if (!/^(?!:|file:)[^\p{Cc}]+$/iu.test(path)) throw new ConfigError(`${name} must be the path of a file.`)
  return path
}

/** Bits if every character was drawn at random from the smallest usual alphabet that holds it. */
const randomBits = (text: string) => text.length * (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text) ? 4 : 6)

export function readAccessToken(env: Environment, name: string): string | null {
  const token = readSecret(env, name)
  if (token === undefined) return null
  if (randomBits(token) < 128 || new Set(token).size < 8)
    throw new ConfigError(`${name} must hold at least 128 random bits: make one with "openssl rand -hex 32".`)
  return token
}

export function readAddresses(env: Environment, name: string): string[] {
  const addresses = (value(env, name) ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  for (const address of addresses)
    if (
      !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) &&
      !(address.includes(':') && URL.canParse(`http://[${address}]`))
    )
      throw new ConfigError(`${name} must list the IP addresses of the proxy, comma-separated.`)
  return addresses
}

export function readHeaderName(env: Environment, name: string): string | null {
  const header = value(env, name)
  if (header === undefined) return null
  if (!/^[A-Za-z][A-Za-z0-9-]{1,63}$/.test(header))
    throw new ConfigError(`${name} must be the name of a header, such as X-Remote-User.`)
  return header.toLowerCase()
}
