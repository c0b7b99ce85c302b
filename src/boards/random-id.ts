const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** An id that nobody else has, of letters that cannot be mistaken for each other; 5 bits each. */
export function randomId(length = 16): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
}
