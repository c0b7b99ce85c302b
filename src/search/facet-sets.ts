/** Combinations of values, numbered in the order they are met. The empty one is 0. */
export interface FacetSets {
  readonly size: number
  add(values: readonly string[]): number
  values(set: number): readonly string[]
}

export function createFacetSets(): FacetSets {
  const numbers = new Map<string, number>([['', 0]])
  const sets: (readonly string[])[] = [[]]

  return {
    get size() {
      return sets.length
    },
    add(values) {
      // A length before each value keeps `a,b` and `a` with `b` apart; one value alone, which is most, is its own key.
      const [only = ''] = values
      const key =
        values.length > 1
          ? `\n${values.map((value) => `${value.length}:${value}`).join('')}`
          : only && ` ${only}`
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, sets.length)
      sets.push([...new Set(values)])
      return sets.length - 1
    },
    values: (set) => sets[set] ?? [],
  }
}
