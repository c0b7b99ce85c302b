import type * as z from 'zod/mini'

/**
 * A check for a schema. Zod's own for whole numbers, patterns and tuples, and its discriminated unions, would come with
 * the first page: all that is loaded later shares one copy of Zod with it, and it has 2 kB less without them.
 */
export const holds =
  <T>(test: (value: T) => boolean) =>
  ({ value, issues }: z.core.ParsePayload<T>) => {
    if (!test(value)) issues.push({ code: 'custom', input: value })
  }
