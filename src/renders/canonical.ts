/** A value as JSON with its keys in order, so that the same content is always the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** FNV-1a in four lanes of 32 bits, each begun differently. */
function plainHash(bytes: Uint8Array): string {
  return [0, 1, 2, 3]
    .map((lane) => {
      let hash = 0x811c9dc5 ^ (lane * 0x9e3779b9)
      for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
      return (hash >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}

/**
 * 32 hex digits of a text: of its SHA-256, or, on pages without https where browsers give none, of a plain hash.
 * Those may collide; the server compares bodies, so two orders under one key are refused and never mixed.
 */
export async function digest(content: string): Promise<string> {
  const bytes = new TextEncoder().encode(content)
  if (!('subtle' in crypto)) return plainHash(bytes)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
