import type { NotedLook } from '#boards/board-edits.ts'
import type { Board } from '#boards/board.ts'
import { boardName } from '#boards/names.ts'
import { exportBoardFile } from '#boards/share/board-file.ts'
import { exportText as words } from '#messages/en-export.ts'
import { announce } from '#ui/notices.ts'
import { diskName, saveBlob } from '#ui/save-blob.ts'
import { boardData, decisionData } from './board-data.ts'
import { boardTable } from './board-table.ts'
import { toCsv } from './csv.ts'
import { decisionMarkdown } from './decision-record.ts'
import { looksData, looksTable } from './exported-looks.ts'

function save(text: string | Blob, type: string, title: string, ending: string) {
  const name = `${diskName(title) || words.looksFile}.${ending}`
  saveBlob(typeof text === 'string' ? new Blob([text], { type: `${type};charset=utf-8` }) : text, name)
  announce(words.saved(name))
}

const json = (data: unknown) => `${JSON.stringify(data, null, 2)}\n`

/** Looks that are on no board, as a file for the disk. */
export function exportLooks(looks: readonly NotedLook[], kind: 'csv' | 'json') {
  if (kind === 'csv') save(toCsv(looksTable(looks)), 'text/csv', words.looksFile, 'csv')
  else save(json(looksData(looks)), 'application/json', words.looksFile, 'json')
}

export type BoardExport = 'csv' | 'json' | 'markdown' | 'record' | 'file'

/** A board as a file for the disk, without what is hidden from `me`. A record needs a decision. */
export function exportBoard(board: Board, kind: BoardExport, me: string) {
  const title = boardName(board)
  const decision = decisionData(board, me)
  switch (kind) {
    case 'csv':
      return save(toCsv(boardTable(board, me)), 'text/csv', title, 'csv')
    case 'json':
      return save(json(boardData(board, me)), 'application/json', title, 'json')
    case 'file':
      return save(exportBoardFile(board), 'application/json', title, 'lookbook.json')
    case 'markdown':
      return decision && save(decisionMarkdown(decision), 'text/markdown', words.record.title(title), 'md')
    case 'record':
      return decision && save(json(decision), 'application/json', words.record.title(title), 'json')
  }
}
