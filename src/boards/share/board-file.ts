import * as z from 'zod/mini'
import type { Board } from '#boards/board.ts'
import { caps } from '#boards/register-keys.ts'
import { readStored, writeStored, type IdentifiedBoard } from '#boards/stored-board.ts'
import type { SharedBoard, ShareProblem } from './share-code.ts'
import { sharedPart, type Share } from './shared-part.ts'

/**
 * Bytes of a file, looked at before any is read. A register takes 100 to 200, so that as many as a board may have fit, with
 * thousands of long notes among them.
 */
export const mostFile = 32 * 1024 * 1024

const envelope = z.object({ lookbook: z.enum(['board', 'reply']) })

const fileOf = (what: SharedBoard['what'], name: string, part: IdentifiedBoard) =>
  new Blob([JSON.stringify({ lookbook: what, name, ...writeStored(part) })], {
    type: 'application/json',
  })

/** All of a board, as `.lookbook.json`: what this browser keeps of it. */
export const exportBoardFile = (board: Board): Blob => fileOf('board', board.name, board)

/** Whether Lookbook would take such a file back: not where it is beyond what is ever read. */
export const canReadBack = (board: Board): boolean =>
  board.registers.size <= caps.registers && exportBoardFile(board).size <= mostFile

/** What a link would carry, for what is too long for one. */
export const shareFile = (board: Board, share: Share, me: string): Blob =>
  fileOf(share === 'reply' ? 'reply' : 'board', board.name, sharedPart(board, share, me))

/** The text of such a file. Never throws. */
export function parseBoardFile(text: string, now: number): SharedBoard | ShareProblem {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return 'broken'
  }
  const what = envelope.safeParse(data).data?.lookbook
  const read = readStored(data, now)
  if (typeof read === 'string') return read
  if (!what) return 'broken'
  return read.registers.size === 0 ? 'empty' : { what, ...read }
}

export type FileLike = Pick<Blob, 'size' | 'text'>

/** Never rejects. */
export async function readBoardFile(file: FileLike, now: number): Promise<SharedBoard | ShareProblem> {
  if (file.size > mostFile) return 'too-large'
  try {
    return parseBoardFile(await file.text(), now)
  } catch {
    // Moved or deleted since it was chosen.
    return 'broken'
  }
}
