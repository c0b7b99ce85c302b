import type { Config } from './config.ts'
import { sameSecret } from './constant-time.ts'
import { Failure } from './failure.ts'
import { randomHex } from './random-hex.ts'

type Facts = Pick<Config, 'credential' | 'accessToken' | 'identityHeader' | 'publicReadonly' | 'spending'>

/** Whether only those may spend who came by the address that the server printed: nothing else tells them apart. */
const needsLaunch = ({ credential, accessToken, identityHeader, publicReadonly }: Facts) =>
  credential !== null && accessToken === null && identityHeader === null && !publicReadonly

/** Who may make videos: everyone here, those with the launch token, or nobody. */
export function spendingMode(config: Facts): 'open' | 'launch' | 'off' {
  if (config.publicReadonly || !config.spending) return 'off'
  return needsLaunch(config) ? 'launch' : 'open'
}

/** 128 random bits, new for each process, since whoever is on this machine reaches the port. */
export function createLaunchToken(config: Facts): string | null {
  if (!needsLaunch(config)) return null
  return randomHex(16)
}

/** In the fragment, which no server and no Referer ever sees. */
export const launchAddress = (address: string, token: string | null) =>
  token === null ? address : `${address}/#launch=${token}`

export async function checkLaunch(headers: Pick<Headers, 'get'>, token: string | null): Promise<void> {
  if (token === null || (await sameSecret(headers.get('x-lookbook-launch') ?? '', token))) return
  throw new Failure(
    403,
    'launch_token_required',
    'To create videos, open Lookbook by the address that its server printed.',
  )
}
