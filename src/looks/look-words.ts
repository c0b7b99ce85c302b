import type { Look } from '#heygen/schemas/look.ts'
import { text } from '#messages/en.ts'
import { shapeOf } from './shape.ts'

/** The word for a value HeyGen sends; a value we have no word for, `constructor` among them, is shown as it came. */
const wordFor = (words: Readonly<Record<string, string>>, value: string, key = value) =>
  (Object.hasOwn(words, key) ? words[key] : undefined) ?? value

const { long: longTypes, unknown: unknownType, ...shortTypes } = text.type

/** Names come with tabs, newlines and doubled spaces; they are shown as one line. */
export const nameOf = ({ name }: { name: string }) => name.replace(/\s+/g, ' ').trim() || text.grid.unnamed

export const typeWord = (type: string) => wordFor(shortTypes, type) || unknownType
export const longTypeWord = (type: string) => wordFor(longTypes, type) || unknownType
export const engineWord = (engine: string) => wordFor(text.engine.long, engine)
export const orientationWord = (orientation: string) => wordFor(text.orientation, orientation)
export const statusWord = (status: string) => wordFor(text.status, status)

/** `male`, `Man`, `female` and `Woman` all occur, and others; those without a word are shown as they are. */
export const genderWord = (gender: string) => wordFor(text.gender, gender, gender.toLowerCase())

/** Needs saying: the look cannot make videos now. Null on a public look means that it can. */
export const isNotReady = (status: string | null): status is string =>
  status !== null && status !== 'completed'

/** The shape of the picture as people say it: 16:9, or landscape where it is none of the usual ones. */
export function shapeWord(look: Look): string {
  const shape = shapeOf(look)
  return shape && orientationWord(shape)
}

const newestFirst = Object.keys(text.engine.long)

/** The engines a look can be made with, newest first; HeyGen lists them in any order. */
export const enginesOf = ({ supported_api_engines: engines }: Pick<Look, 'supported_api_engines'>) => [
  ...newestFirst.filter((engine) => engines.includes(engine)),
  ...engines.filter((engine) => !newestFirst.includes(engine)),
]

/** The quiet line under a name: type, shape, engines. */
export function captionOf(look: Look): string {
  const engines = enginesOf(look).map((engine) => wordFor(text.engine.short, engine))
  return [typeWord(look.avatar_type), shapeWord(look), engines.join(', ')]
    .filter(Boolean)
    .join('\u2002·\u2002')
}

/** One or two letters for a picture that is not there. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const letters = words.slice(0, 2).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0))
  return letters.join('').toUpperCase() || '?'
}
