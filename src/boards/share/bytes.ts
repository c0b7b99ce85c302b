/** The bytes do not hold what they should. */
export class Malformed extends Error {
  override name = 'Malformed'
}

const lastCodePoint = 0x10_ffff

/** Whole numbers in groups of seven bits, lowest first, so that small ones take a byte; texts by their code points. */
export function byteWriter() {
  const bytes: number[] = []
  /** 0 to 2^53 - 1. */
  const number = (value: number) => {
    let rest = value
    // Bit operators would cut it to 32 bits.
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
    bytes.push(rest)
  }
  return {
    bytes,
    number,
    /** A zero ends it. Unlike UTF-8 this keeps half a surrogate pair, which a cut at a length may leave. */
    text(value: string) {
      for (const character of value) number((character.codePointAt(0) ?? 0) + 1)
      number(0)
    },
    /** Numbers that lie near the one before: small, and alike for even steps. */
    steps(values: readonly number[]) {
      let last = 0
      for (const value of values) {
        const step = value - last
        number(step < 0 ? -2 * step - 1 : 2 * step)
        last = value
      }
    },
  }
}
export type ByteWriter = ReturnType<typeof byteWriter>

/** Reads what a `byteWriter` wrote; throws `Malformed`. */
export function byteReader(bytes: Uint8Array) {
  let place = 0
  const byte = () => {
    const value = bytes[place]
    if (value === undefined) throw new Malformed('It ends early.')
    place += 1
    return value
  }
  const number = () => {
    let value = 0
    for (let weight = 1; ; weight *= 128) {
      const next = byte()
      value += (next % 128) * weight
      if (!Number.isSafeInteger(value) || weight > 2 ** 49) throw new Malformed('A number is too large.')
      if (next < 128) return value
    }
  }
  return {
    number,
    text: () => {
      let value = ''
      for (let next = number(); next > 0; next = number()) {
        if (next - 1 > lastCodePoint) throw new Malformed('There is no such character.')
        value += String.fromCodePoint(next - 1)
      }
      return value
    },
    /** How many of something there are, each of which takes a byte at least. */
    count: () => {
      const value = number()
      if (value > bytes.length - place) throw new Malformed('There is not that much.')
      return value
    },
    steps(count: number) {
      let last = 0
      return Array.from({ length: count }, () => {
        const step = number()
        last += step % 2 === 1 ? -(step + 1) / 2 : step / 2
        return last
      })
    },
    take(count: number) {
      const part = bytes.subarray(place, place + count)
      if (part.length < count) throw new Malformed('It ends early.')
      place += count
      return part
    },
    left: () => bytes.length - place,
  }
}
export type ByteReader = ReturnType<typeof byteReader>
