const removed = '[removed]'

/** Shorter ones occur in ordinary text by chance; HeyGen's are three times as long. */
const shortest = 8

export interface Scrubbed {
  value: unknown
  /** The same as JSON text. */
  json: string
}

const asIs = (value: unknown): Scrubbed => ({ value, json: value === undefined ? '' : JSON.stringify(value) })

/**
 * Takes the credential out of everything HeyGen sends back: an upstream, or a proxy on the way, that echoes
 * request headers must not hand the key to the page. Looks at parsed values, since JSON can spell it in escapes.
 */
export function createScrub(...all: readonly string[]): (value: unknown) => Scrubbed {
  // The longest first, since one may begin as another does.
  const secrets = [...new Set(all)]
    .filter(({ length }) => length >= shortest)
    .toSorted((left, right) => right.length - left.length)
  if (secrets.length === 0) return asIs
  const clean = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, removed), text)
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [clean(key), walk(entry)]))
  }
  const escaped = secrets.map((secret) => JSON.stringify(secret).slice(1, -1))
  return (value) => {
    const read = asIs(value)
    // Nearly every answer is clean; the search in its text costs a hundredth of the walk.
    return escaped.some((secret) => read.json.includes(secret)) ? asIs(walk(value)) : read
  }
}
