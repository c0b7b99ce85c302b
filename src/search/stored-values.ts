/** What was read is not what was written. */
export class BadRow extends Error {
  override name = 'BadRow'
}

// Each gives the value as what it should be, or throws a BadRow.

export const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new BadRow(`${typeof value} where a text should be`)
  return value
}

export const number = (value: unknown): number => {
  if (typeof value !== 'number') throw new BadRow(`${typeof value} where a number should be`)
  return value
}

export const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new BadRow(`${typeof value} where a list should be`)
  return value
}

export const textOrNull = (value: unknown) => (value === null ? null : text(value))
export const numberOrNull = (value: unknown) => (value === null ? null : number(value))
