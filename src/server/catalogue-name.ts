import { createHash } from 'node:crypto'
import type { Environment } from './config-values.ts'
import type { Config } from './config.ts'

type Source = Pick<Config, 'credential' | 'baseUrl' | 'publicReadonly'>

const digits = 16

/**
 * Tells one catalogue from another, for what a browser keeps of it: a digest that gives nothing of the credential
 * away, or in the sandbox the options that shape its catalogue. `env`: checked by the sandbox itself.
 */
export function catalogueName({ credential, baseUrl, publicReadonly }: Source, env: Environment): string {
  const view = publicReadonly ? '-public' : ''
  if (!credential) {
    const { SANDBOX_LOOKS: looks, SANDBOX_DIALECT: dialect } = env
    return `sandbox${looks ? `-${looks}` : ''}${dialect ? `-${dialect}` : ''}${view}`
  }
  const source = `catalogue\n${baseUrl}\n${credential.kind}\n${credential.value}`
  return `${createHash('sha256').update(source).digest('hex').slice(0, digits)}${view}`
}
