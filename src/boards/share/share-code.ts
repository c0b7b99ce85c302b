import type { Board } from '#boards/board.ts'
import { boardSchema, readStored, type IdentifiedBoard } from '#boards/stored-board.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { byteReader, byteWriter, type ByteReader } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { deflate, inflate, joinBytes } from './deflate.ts'
import { packRegisters } from './pack-registers.ts'
import { sharedPart, type Share } from './shared-part.ts'
import { unpackRegisters } from './unpack-registers.ts'

// `#1.` and, in base64url: how many bytes follow the checksum, the CRC-32 of those, and in them whether it is a reply,
// how long the ids are, the ids, and the rest, deflated. See pack-registers.ts.

const version = 1

/** Bytes, unpacked. */
export const mostUnpacked = 64 * 1024
/** Characters. Not even ids alone, which do not deflate, are longer. */
const mostCharacters = 90_000

/**
 * Why a link or a file is not a board: not ours or altered, its end missing, made by a newer Lookbook, too large to be
 * one, from a clock that runs far ahead, or with nothing in it.
 */
export type ShareProblem = 'broken' | 'cut' | 'newer' | 'too-large' | 'ahead' | 'empty'

export interface SharedBoard extends IdentifiedBoard {
  what: 'board' | 'reply'
}

/** The fragment of a link, with its `#`; null where the board does not fit into one. `me` is a reviewer's id. */
export async function encodeShare(board: Board, share: Share, me: string): Promise<string | null> {
  const { ids, rest } = packRegisters(sharedPart(board, share, me))
  if (ids.length + rest.length > mostUnpacked) return null
  const start = byteWriter()
  start.number(share === 'reply' ? 1 : 0)
  start.number(ids.length)
  const content = joinBytes([start.bytes, ids, await deflate(rest)])
  const head = byteWriter()
  head.number(content.length)
  const sum = new DataView(new ArrayBuffer(4))
  sum.setUint32(0, crc32(content))
  return `#${version}.${toBase64url(joinBytes([head.bytes, new Uint8Array(sum.buffer), content]))}`
}

/** A link's fragment as a board, or why it is none; `now` in epoch milliseconds. Never rejects. */
export async function decodeShare(fragment: string, now: number): Promise<SharedBoard | ShareProblem> {
  const [, digits = '', dot] = /^#?(\d{1,6})(\.?)/.exec(fragment) ?? []
  const made = Number(digits)
  if (digits !== '' && made > version) return 'newer'
  if (fragment.length > mostCharacters) return 'too-large'
  if (made !== version) return 'broken'
  if (dot === '') return fragment.length <= 2 ? 'cut' : 'broken'
  const bytes = fromBase64url(fragment.slice(fragment.indexOf('.') + 1))
  if (!bytes) return 'broken'
  try {
    return await readContent(byteReader(bytes), now)
  } catch {
    return 'broken'
  }
}

async function readContent(reader: ByteReader, now: number): Promise<SharedBoard | ShareProblem> {
  // A length, a checksum and something.
  if (reader.left() < 6) return 'cut'
  const length = reader.number()
  const sum = reader.take(Math.min(4, reader.left()))
  if (reader.left() < length) return length > mostUnpacked * 2 ? 'broken' : 'cut'
  const content = reader.take(reader.left())
  if (content.length > length || crc32(content) !== new DataView(sum.slice().buffer).getUint32(0))
    return 'broken'
  const inner = byteReader(content)
  const what = inner.number() === 1 ? 'reply' : 'board'
  const ids = inner.take(inner.number())
  const room = mostUnpacked - ids.length
  const rest = room < 0 ? null : await inflate(joinBytes([inner.take(inner.left())]), room)
  if (!rest) return 'too-large'
  const read = readStored({ schema: boardSchema, ...unpackRegisters(ids, rest) }, now)
  if (typeof read === 'string') return read
  return read.registers.size === 0 ? 'empty' : { what, ...read }
}
