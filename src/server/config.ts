import type { Budgets } from './budgets.ts'
import { catalogueName } from './catalogue-name.ts'
import { ConfigError } from './config-error.ts'
import {
  type Environment,
  readAccessToken,
  readAddresses,
  readBaseUrl,
  readCount,
  readFilePath,
  readFlag,
  readFolderPath,
  readHeaderName,
  readHost,
  readMediaHosts,
  readOrigin,
  readPickerOrigins,
  readPort,
  readSecret,
} from './config-values.ts'
import { startRefusal } from './start-matrix.ts'

export interface Credential {
  kind: 'key' | 'token'
  value: string
}

/** How HeyGen renews an access token: OAuth for clients that have no secret. */
export interface Renewal {
  url: string
  clientId: string
  refreshToken: string
}

/** Everything the server needs to know, checked; read once at the start. */
export interface Config {
  /** Null in sandbox mode. */
  credential: Credential | null
  /** Null: the credential stays as it is. */
  renewal: Renewal | null
  /** What stands before `/v3`, without a slash at its end. */
  baseUrl: string
  host: string
  port: number
  /** The origin people open, where it is not the listening one. */
  publicUrl: string | null
  /** Sources for pictures, clips and sound beside our own origin. */
  mediaHosts: string[]
  accessToken: string | null
  /** Addresses whose forwarding headers are believed. */
  trustedProxies: string[]
  /** Lower case; set by the trusted proxy for a signed-in person. */
  identityHeader: string | null
  publicReadonly: boolean
  /** Another credential, server or view has another one. */
  catalogue: string
  /** False: nothing that costs money is sent. */
  spending: boolean
  allowDelete: boolean
  /** Where is written what was ordered, or `:memory:`. */
  ledgerFile: string
  budgets: Budgets
  /** Calls to the API that one client may make a minute. */
  requestsPerMinute: number
  /** Seconds, estimated from the script. */
  longestVideo: number
  /** Whose pages may open the picker. */
  pickerOrigins: string[]
  /** Where pictures are kept at the sizes they are drawn, and how many bytes of them; 0: nowhere. */
  pictureCache: { folder: string; bytes: number }
}

const defaultBaseUrl = 'https://api.heygen.com'
const defaultTokenUrl = 'https://api2.heygen.com/v1/oauth/token'
const defaultMediaHosts = ['https://*.heygen.ai', 'https://files.heygen.com']

function readCredential(env: Environment): Credential | null {
  const key = readSecret(env, 'HEYGEN_API_KEY')
  const token = readSecret(env, 'HEYGEN_ACCESS_TOKEN')
  if (key !== undefined && token !== undefined)
    throw new ConfigError('HEYGEN_API_KEY and HEYGEN_ACCESS_TOKEN are both set: keep the one that counts.')
  if (key !== undefined) return { kind: 'key', value: key }
  return token === undefined ? null : { kind: 'token', value: token }
}

function readRenewal(env: Environment, credential: Credential | null): Renewal | null {
  const refreshToken = readSecret(env, 'HEYGEN_REFRESH_TOKEN')
  const clientId = readSecret(env, 'HEYGEN_CLIENT_ID')
  const url = readBaseUrl(env, 'HEYGEN_TOKEN_URL', defaultTokenUrl)
  if (refreshToken === undefined && clientId === undefined) return null
  if (refreshToken === undefined || clientId === undefined)
    throw new ConfigError(
      'HEYGEN_REFRESH_TOKEN and HEYGEN_CLIENT_ID renew a token together: set both or neither.',
    )
  if (credential?.kind !== 'token')
    throw new ConfigError(
      'HEYGEN_REFRESH_TOKEN renews HEYGEN_ACCESS_TOKEN: set that too, and no HEYGEN_API_KEY.',
    )
  return { url, clientId, refreshToken }
}

/** Throws a ConfigError with one sentence for a bad value and for a start that would expose the account. */
export function readConfig(env: Environment): Config {
  const credential = readCredential(env)
  const baseUrl = readBaseUrl(env, 'HEYGEN_BASE_URL', defaultBaseUrl)
  // Another server than HeyGen's usually serves its media itself.
  const usualMedia =
    baseUrl === defaultBaseUrl ? defaultMediaHosts : [...defaultMediaHosts, new URL(baseUrl).origin]
  const mediaHosts = readMediaHosts(env, 'MEDIA_HOSTS') ?? usualMedia
  const publicReadonly = readFlag(env, 'PUBLIC_READONLY')
  const config: Config = {
    credential,
    renewal: readRenewal(env, credential),
    baseUrl,
    host: readHost(env, 'HOST', '127.0.0.1'),
    port: readPort(env, 'PORT', 4173),
    publicUrl: readOrigin(env, 'PUBLIC_URL'),
    // The sandbox's media are our own files.
    mediaHosts: credential ? mediaHosts : [],
    accessToken: readAccessToken(env, 'LOOKBOOK_ACCESS_TOKEN'),
    trustedProxies: readAddresses(env, 'TRUSTED_PROXY'),
    identityHeader: readHeaderName(env, 'IDENTITY_HEADER'),
    publicReadonly,
    catalogue: catalogueName({ credential, baseUrl, publicReadonly }, env),
    spending: readFlag(env, 'SPENDING', '1'),
    allowDelete: readFlag(env, 'ALLOW_DELETE'),
    // The sandbox's videos are gone when the process ends, and what was known of them may go too.
    ledgerFile: credential ? readFilePath(env, 'LEDGER_FILE', '.lookbook/ledger.sqlite') : ':memory:',
    budgets: {
      userMinute: readCount(env, 'CREATES_PER_MINUTE', 20),
      userDay: readCount(env, 'CREATES_PER_DAY', 500),
      allMinute: readCount(env, 'CREATES_PER_MINUTE_ALL', 60),
      allDay: readCount(env, 'CREATES_PER_DAY_ALL', 2000),
    },
    requestsPerMinute: readCount(env, 'REQUESTS_PER_MINUTE', 6000),
    longestVideo: readCount(env, 'MAX_VIDEO_SECONDS', 1800),
    pickerOrigins: readPickerOrigins(env, 'PICKER_ORIGINS'),
    pictureCache: {
      folder: readFolderPath(env, 'PICTURE_CACHE', '.lookbook/pictures'),
      bytes: readCount(env, 'PICTURE_CACHE_MB', 512, 0) * 1024 * 1024,
    },
  }
  if (config.identityHeader !== null && config.trustedProxies.length === 0)
    throw new ConfigError('IDENTITY_HEADER needs TRUSTED_PROXY, or anybody could send that header.')
  const refusal = startRefusal(config)
  if (refusal !== null) throw new ConfigError(refusal)
  return config
}
