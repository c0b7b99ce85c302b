/** Two 32-bit hashes of a text in one number below 2^53 (cyrb53). */
function hash(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 0x9e3779b1)
    b = Math.imul(b ^ unit, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return (b >>> 11) * 4_294_967_296 + (a >>> 0)
}

/**
 * Ids in an order that only the seed decides: every id has its own place in it, so that one that is added moves no
 * two others past each other, and the order they came in makes no difference.
 */
export function shuffledIds(ids: readonly string[], seed: string): string[] {
  const places = new Map(ids.map((id) => [id, hash(`${seed}\n${id}`)]))
  return ids.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0))
}
