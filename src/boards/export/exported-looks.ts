import type { NotedLook } from '#boards/board-edits.ts'
import { typeWord } from '#looks/look-words.ts'
import { exportText as words } from '#messages/en-export.ts'

const sizeOf = ({ width, height }: NotedLook['note']) =>
  width === null || height === null ? '' : `${width} × ${height}`

const columns = words.columns

export const lookHeadings = [
  columns.position,
  columns.id,
  columns.name,
  columns.person,
  columns.type,
  columns.size,
]

/** A look's own cells, in the order of `lookHeadings`; `place` counts from 0. */
export const lookCells = ({ id, note }: NotedLook, place: number): string[] => [
  String(place + 1),
  id,
  note.name,
  note.person ?? '',
  note.type === '' ? '' : typeWord(note.type),
  sizeOf(note),
]

/** Looks without a board, as a table. */
export const looksTable = (looks: readonly NotedLook[]): string[][] => [
  [...lookHeadings, columns.from],
  ...looks.map((look, place) => [...lookCells(look, place), look.note.from]),
]

export const looksData = (looks: readonly NotedLook[]) => looks.map(({ id, note }) => ({ id, ...note }))
