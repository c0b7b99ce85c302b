import type { Look } from '#heygen/schemas/look.ts'
import { longTypeWord, nameOf, shapeWord } from '#looks/look-words.ts'
import { boardWords as words } from '#messages/en-board-common.ts'
import type { Board, BoardLook, Reviewer } from './board.ts'

export const boardName = ({ name }: Pick<Board, 'name'>) => name.trim() || words.untitled

/**
 * What a reviewer is called on a board: their name, or their place among those who reviewed it. `me`: whom to call "you";
 * left out where it is for others too.
 */
export function reviewerName(board: Board, { id, name }: Reviewer, me?: string): string {
  if (id === me) return name ? words.yourself(name) : words.you
  return name || words.reviewer(board.reviewers.findIndex((one) => one.id === id) + 1)
}

/** The name HeyGen gives a look now, or the one that the board keeps of it. */
export const boardLookName = ({ note }: Pick<BoardLook, 'note'>, look?: Look) => nameOf(look ?? note)

/** The quiet line under it: person, type, shape, as far as they are known. */
export const boardLookCaption = ({ note }: Pick<BoardLook, 'note'>, look?: Look): string =>
  [note.person ?? '', longTypeWord(look?.avatar_type ?? note.type), look ? shapeWord(look) : '']
    .filter(Boolean)
    .join('\u2002\u00b7\u2002')
