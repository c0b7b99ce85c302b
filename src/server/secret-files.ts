import { readFileSync } from 'node:fs'
import { ConfigError } from './config-error.ts'
import type { Environment } from './config-values.ts'

/** Settings that may also come as the name of a file that holds them: the name and `_FILE`. */
export const secretNames = [
  'HEYGEN_API_KEY',
  'HEYGEN_ACCESS_TOKEN',
  'HEYGEN_REFRESH_TOKEN',
  'LOOKBOOK_ACCESS_TOKEN',
]

function contentOf(name: string, file: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`${name} names a file that cannot be read.`)
  }
  // Whoever writes such a file with an editor or echo ends it with a line break.
  const secret = text.replace(/\r?\n$/, '')
  if (secret === '') throw new ConfigError(`${name} names a file that is empty.`)
  return secret
}

/**
 * The environment with the secrets that stand in files, where vaults, systemd, Docker and Kubernetes put them: they need
 * not be in the process's own environment then. Throws a ConfigError.
 */
export function withSecretFiles(env: Environment): Environment {
  const found: Record<string, string> = {}
  for (const name of secretNames) {
    const file = env[`${name}_FILE`]
    if (!file) continue
    if (env[name]) throw new ConfigError(`${name} and ${name}_FILE are both set: keep the one that counts.`)
    found[name] = contentOf(`${name}_FILE`, file)
  }
  return { ...env, ...found }
}
