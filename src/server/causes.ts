/** An error and what caused it, outermost first; bounded, since a chain may bite its tail. */
export function* causesOf(error: unknown): Generator<Error> {
  let at = error
  for (let depth = 0; depth < 10 && at instanceof Error; depth++) {
    yield at
    at = at.cause
  }
}

/** The codes in a chain of causes; the error's name where it has none. */
export const causeCodes = (error: unknown): string[] =>
  [...causesOf(error)].map((at) => ('code' in at && typeof at.code === 'string' ? at.code : at.name))
