/**
 * One text for all JSON that HeyGen reads as the same: keys in order, and no nulls in objects, which mean the same
 * as a missing key there.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, entry]) => entry !== null)
            .toSorted(([left], [right]) => (left < right ? -1 : 1)),
        )
      : part,
  )
}
