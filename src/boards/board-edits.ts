import { reviewerOf, reviewOf, type Board } from './board.ts'
import { placeBefore } from './order.ts'
import { caps, keyOf, type Decision, type LookNote, type Verdict } from './register-keys.ts'
import type { Change } from './register.ts'

// Edits are changes of registers, and nothing else: they can be merged, sent to other tabs, and undone.

export interface NotedLook {
  id: string
  note: LookNote
}

export const newBoard = (name: string, brief: string, now: number): Change[] => [
  ['name', name.slice(0, caps.name)],
  ['brief', brief.slice(0, caps.brief)],
  ['made', now],
]

/** Puts looks at the end, as many as there is room for; those that are on the board stay where they are. */
export function addLooks(board: Board, looks: readonly NotedLook[]): Change[] {
  const on = new Set(board.looks.map(({ id }) => id))
  const fresh = [...new Map(looks.map((look) => [look.id, look])).values()]
    .filter(({ id }) => !on.has(id))
    .slice(0, caps.looks - board.looks.length)
  const places = placeBefore(
    board.looks,
    fresh.map(({ id }) => id),
    null,
  )
  return [
    ...fresh.flatMap(({ id, note }): Change[] => [
      [keyOf('look', null, id), note],
      [keyOf('on', null, id), true],
    ]),
    ...places.map(([id, position]): Change => [keyOf('at', null, id), position]),
  ]
}

/** Their reviews stay, for when they come back. */
export const removeLooks = (ids: readonly string[]): Change[] =>
  ids.map((id) => [keyOf('on', null, id), false])

/** Puts looks, in the order of `ids`, before another one, or at the end for null. */
export const moveLooks = (board: Board, ids: readonly string[], before: string | null): Change[] =>
  placeBefore(board.looks, ids, before).map(([id, position]) => [keyOf('at', null, id), position])

export const setVerdict = (reviewer: string, lookIds: readonly string[], verdict: Verdict): Change[] =>
  lookIds.map((id) => [keyOf('verdict', reviewer, id), verdict])

export const setScore = (reviewer: string, lookId: string, score: number | null): Change[] => [
  [keyOf('score', reviewer, lookId), score],
]

export const setNote = (reviewer: string, lookId: string, note: string): Change[] => [
  [keyOf('note', reviewer, lookId), note.slice(0, caps.note)],
]

/** Picks a look, and rejects what the reviewer has not decided of the same person. */
export function pickOfPerson(board: Board, reviewer: string, lookId: string): Change[] {
  const mine = reviewerOf(board, reviewer)
  const group = board.looks.find(({ id }) => id === lookId)?.note.group ?? null
  const others = board.looks.filter(
    ({ id, note }) =>
      id !== lookId && group !== null && note.group === group && reviewOf(mine, id).verdict === 'undecided',
  )
  return [
    ...setVerdict(reviewer, [lookId], 'pick'),
    ...setVerdict(
      reviewer,
      others.map(({ id }) => id),
      'reject',
    ),
  ]
}

/** Picks one of several that stand side by side, and rejects the others. */
export const keepOne = (reviewer: string, lookId: string, among: readonly string[]): Change[] => [
  ...setVerdict(reviewer, [lookId], 'pick'),
  ...setVerdict(
    reviewer,
    among.filter((id) => id !== lookId),
    'reject',
  ),
]

/** `winner` null takes it back. */
export const setDuel = (reviewer: string, a: string, b: string, winner: string | null): Change[] => [
  [keyOf('duel', reviewer, a, b), winner],
]

export const nameReviewer = (reviewer: string, name: string): Change[] => [
  [keyOf('who', reviewer), name.slice(0, caps.reviewerName)],
]

export const submitReview = (reviewer: string, submitted: boolean): Change[] => [
  [keyOf('submitted', reviewer), submitted],
]

export const decide = (decision: Decision | null): Change[] => [['decision', decision]]
