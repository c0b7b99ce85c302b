/** The same numbers with room for `size` of them; room is doubled, so that growing one by one stays cheap. */
export function grow(numbers: Uint32Array, size: number): Uint32Array {
  if (size <= numbers.length) return numbers
  const larger = new Uint32Array(Math.max(size, numbers.length * 2, 1_024))
  larger.set(numbers)
  return larger
}
