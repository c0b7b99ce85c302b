import * as z from 'zod/mini'
import { caps } from '#boards/register-keys.ts'

const prefix = 'lookbook.note.'
const draft = z.object({
  board: z.string(),
  look: z.string(),
  reviewer: z.string(),
  base: z.string().check(z.maxLength(caps.note)),
  text: z.string().check(z.maxLength(caps.note)),
})

/** A note that is being typed, and what it was before. */
export type NoteDraft = z.infer<typeof draft>

type Place = Pick<NoteDraft, 'board' | 'look'>

const keyOf = ({ board, look }: Place) => `${prefix}${board}.${look}`

/**
 * What is typed and not yet in the database, letter by letter: a database written to while a page closes may not get
 * to it, and this storage does.
 */
export const noteDrafts = {
  keep(note: NoteDraft) {
    try {
      localStorage.setItem(keyOf(note), JSON.stringify(note))
    } catch {
      // Full or blocked: the rest of a second until it is saved is at risk.
    }
  },
  drop(place: Place) {
    try {
      localStorage.removeItem(keyOf(place))
    } catch {
      // As above.
    }
  },
  /** Those of a board that a page left behind. */
  of(board: string): NoteDraft[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(`${prefix}${board}.`))
        .flatMap((key) => draft.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? [])
    } catch {
      return []
    }
  },
}
