import type { Look } from '#heygen/schemas/look.ts'
import { nameOf } from '#looks/look-words.ts'
import type { Draft } from './draft.ts'

const longest = 60

/** The first words of a text, on one line. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest + 1)
  const space = cut.lastIndexOf(' ')
  if (space > 0) return cut.slice(0, space)
  // No spaces, as in Chinese: at a character, never inside one.
  let start = ''
  for (const character of line) {
    if (start.length + character.length > longest) break
    start += character
  }
  return start
}

/** The title a video gets: what was typed, else the first words of its text, else the look's name. */
export const titleOf = (look: Look, draft: Draft): string =>
  draft.title.trim() || firstWords(draft.way === 'script' ? draft.script : draft.prompt) || nameOf(look)
