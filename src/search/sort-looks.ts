/** Slots best first; among equals in the order they came in, which is the catalogue's. */
export function sortByRank(slots: Uint32Array, ranks: Uint32Array): Uint32Array {
  // Rank and place in one number: the engine sorts plain numbers far faster than by a comparison. A rank has 22 bits.
  const keys = new Float64Array(slots.length)
  const places = 2 ** 24
  for (let i = 0; i < slots.length; i++) keys[i] = (2 ** 22 - (ranks[slots[i] ?? 0] ?? 0)) * places + i
  keys.sort()
  return Uint32Array.from(keys, (key) => slots[key % places] ?? 0)
}
