import type { NotedLook } from '#boards/board-edits.ts'
import type { Board } from '#boards/board.ts'
import { boardName } from '#boards/names.ts'
import { exportBoardFile } from '#boards/share/board-file.ts'
import { exportText as words } from '#messages/en-export.ts'
import { announce, notify } from '#ui/notices.ts'
import { diskName, saveBlob } from '#ui/save-blob.ts'
import { boardData, decisionData } from './board-data.ts'
import { boardTable } from './board-table.ts'
import { toCsv } from './csv.ts'
import { decisionMarkdown } from './decision-record.ts'
import { looksData, looksTable } from './exported-looks.ts'
import { nameLooks, type FindPeople, type Naming } from './name-people.ts'

function save(text: string | Blob, type: string, title: string, ending: string, named?: Naming) {
  const name = `${diskName(title) || words.looksFile}.${ending}`
  saveBlob(typeof text === 'string' ? new Blob([text], { type: `${type};charset=utf-8` }) : text, name)
  const { key, without }: Naming = named ?? { key: null, without: 0 }
  if (key === null && without === 0) return announce(words.saved(name))
  notify({
    title: words.saved(name),
    ...(key === null ? {} : { key }),
    ...(without === 0 ? {} : { description: words.people.without(without) }),
  })
}

const json = (data: unknown) => `${JSON.stringify(data, null, 2)}\n`

/** Looks that are on no board, as a file for the disk. */
export async function exportLooks(
  looks: readonly NotedLook[],
  kind: 'csv' | 'json',
  findPeople: FindPeople,
): Promise<void> {
  const { looks: all, ...named } = await nameLooks(looks, findPeople)
  if (kind === 'csv') save(toCsv(looksTable(all)), 'text/csv', words.looksFile, 'csv', named)
  else save(json(looksData(all)), 'application/json', words.looksFile, 'json', named)
}

export type BoardExport = 'csv' | 'json' | 'markdown' | 'record' | 'file'

/** A board as a file for the disk, without what is hidden from `me`. A record needs a decision. */
export async function exportBoard(
  board: Board,
  kind: BoardExport,
  me: string,
  findPeople: FindPeople,
): Promise<void> {
  const title = boardName(board)
  if (kind === 'file') return save(exportBoardFile(board), 'application/json', title, 'lookbook.json')
  if ((kind === 'markdown' || kind === 'record') && !board.decision) return
  const { looks, ...named } = await nameLooks(board.looks, findPeople)
  const whole = { ...board, looks }
  if (kind === 'csv') return save(toCsv(boardTable(whole, me)), 'text/csv', title, 'csv', named)
  if (kind === 'json') return save(json(boardData(whole, me)), 'application/json', title, 'json', named)
  const decision = decisionData(whole, me)
  if (!decision) return
  const record = words.record.title(title)
  if (kind === 'markdown') save(decisionMarkdown(decision), 'text/markdown', record, 'md', named)
  else save(json(decision), 'application/json', record, 'json', named)
}
