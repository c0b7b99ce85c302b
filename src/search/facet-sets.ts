/** Combinations of values, numbered in the order they are met. The empty one is 0. */
export interface FacetSets {
  readonly size: number
  add(values: readonly string[]): number
  values(set: number): readonly string[]
}

export function createFacetSets(): FacetSets {
  const sets: (readonly string[])[] = [[]]
  // One value alone, which is most, is its own key. A list often is the one before: looks share theirs.
  const singles = new Map<string, number>()
  const joined = new Map<string, number>()
  let last: readonly string[] = []
  let lastSet = 0

  function number(key: string, values: readonly string[], numbers: Map<string, number>): number {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, sets.length)
    sets.push([...new Set(values)])
    return sets.length - 1
  }

  return {
    get size() {
      return sets.length
    },
    add(values) {
      const [only = ''] = values
      if (values.length < 2) return only === '' ? 0 : number(only, values, singles)
      if (values !== last) {
        lastSet = number(JSON.stringify(values), values, joined)
        last = values
      }
      return lastSet
    },
    values: (set) => sets[set] ?? [],
  }
}
