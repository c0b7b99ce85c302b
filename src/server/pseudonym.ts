import { randomHex } from './random-hex.ts'

/**
 * Names that tell one caller's lines in the log from another's and say nothing of who it is: drawn at random when they
 * are first needed, they end with the process. Of `most` callers, those that have rested longest are forgotten first.
 */
export function createPseudonyms(most = 10_000): (name: string) => string {
  // In the order of their last call.
  const known = new Map<string, string>()
  return (name) => {
    const pseudonym = known.get(name) ?? randomHex(6)
    known.delete(name)
    known.set(name, pseudonym)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return pseudonym
  }
}
