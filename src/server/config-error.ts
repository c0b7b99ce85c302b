/** A start that must not happen; the message is one sentence that names the variable. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}
