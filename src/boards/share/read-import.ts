import { mostFile, parseBoardFile, readBoardFile, type FileLike } from './board-file.ts'
import { decodeShare, type SharedBoard, type ShareProblem } from './share-code.ts'

const code = /(?:^|#)(\d{1,6}\.[\w-]*)/

/**
 * A pasted link, a code, the text of a message around one, the text of a file, or a file. Never rejects. Mail breaks
 * links into lines: what is cut is tried without its white space too.
 */
export async function readImport(
  source: string | FileLike,
  now: number,
): Promise<SharedBoard | ShareProblem> {
  if (typeof source !== 'string') return readBoardFile(source, now)
  if (source.length > mostFile) return 'too-large'
  const text = source.trim()
  if (text.startsWith('{')) return parseBoardFile(text, now)
  const found = code.exec(text)?.[1]
  if (found === undefined) return 'broken'
  const read = await decodeShare(found, now)
  if (read !== 'cut') return read
  const joined = code.exec(text.replaceAll(/\s+/g, ''))?.[1] ?? ''
  return joined === found ? read : decodeShare(joined, now)
}
