import type { Config } from './config.ts'
import { isEverywhere, isLoopback } from './hosts.ts'

type Facts = Pick<
  Config,
  'credential' | 'host' | 'publicUrl' | 'accessToken' | 'trustedProxies' | 'identityHeader' | 'publicReadonly'
>

/**
 * Why the server must not start with these settings, or null where it may: an account is never within reach of
 * others without access control, and access control never travels in the clear.
 */
export function startRefusal(facts: Facts): string | null {
  if (!facts.credential) return null
  const publicHost = facts.publicUrl === null ? null : new URL(facts.publicUrl).hostname
  const publiclyNamed = publicHost !== null && !isLoopback(publicHost)
  // A proxy in front, or a public name, reaches a server that itself listens on loopback only.
  const withinReach = !isLoopback(facts.host) || publiclyNamed || facts.trustedProxies.length > 0
  const controlled = facts.accessToken !== null || facts.identityHeader !== null
  if (withinReach && !controlled && !facts.publicReadonly)
    return 'A HeyGen credential is set and others can reach this server (HOST, PUBLIC_URL or TRUSTED_PROXY): set LOOKBOOK_ACCESS_TOKEN, or TRUSTED_PROXY with IDENTITY_HEADER, or PUBLIC_READONLY=1, or listen on loopback.'
  // Without a public name, an address of the network is where people would type the token, and it is never https.
  const nameless = facts.publicUrl === null && !isLoopback(facts.host) && !isEverywhere(facts.host)
  if (controlled && nameless)
    return 'HOST is an address of the network, and no https leads there: set PUBLIC_URL to the https address of the proxy before it.'
  if (controlled && publiclyNamed && facts.publicUrl?.startsWith('http:'))
    return 'PUBLIC_URL must be https, since access control is worth nothing over a line that others can read.'
  return null
}
