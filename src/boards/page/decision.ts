import { reviewOf, type Board, type BoardLook, type Reviewer } from '#boards/board.ts'
import type { Decision } from '#boards/register-keys.ts'
import { mostWanted, rollUp } from '#boards/roll-up.ts'

export type Choice = 'chosen' | 'runnerUp' | 'neither'

export interface Candidate {
  look: BoardLook
  choice: Choice
}

/** The most looks that are said to come close before anybody has said so. */
const close = 3
const order: Choice[] = ['chosen', 'runnerUp', 'neither']

/**
 * The looks to decide on, with what stands for each at first: as it was decided; else my picks are chosen, or without
 * any the most wanted look, if anybody wants one, and the others' picks came close. Chosen ones first, then most wanted.
 */
export function candidates(board: Board, visible: readonly Reviewer[], me: string): Candidate[] {
  const rows = mostWanted(rollUp(board, visible))
  const mine = visible.find(({ id }) => id === me)
  const picks = rows.filter(({ look }) => reviewOf(mine, look.id).verdict === 'pick')
  const wanted = rows.filter(({ votes }) => votes.pick > 0 || votes.maybe > 0)
  const chosen = new Set(
    board.decision?.chosen ?? (picks.length > 0 ? picks : wanted.slice(0, 1)).map(({ look }) => look.id),
  )
  const others = rows.filter(({ look, votes }) => votes.pick > 0 && !chosen.has(look.id))
  const runnersUp = new Set(board.decision?.runnersUp ?? others.slice(0, close).map(({ look }) => look.id))
  const choiceOf = (id: string): Choice =>
    chosen.has(id) ? 'chosen' : runnersUp.has(id) ? 'runnerUp' : 'neither'
  return rows
    .map(({ look }) => ({ look, choice: choiceOf(look.id) }))
    .toSorted((a, b) => order.indexOf(a.choice) - order.indexOf(b.choice))
}

/** A decision of choices, in the order of the candidates. */
export function decisionOf(
  all: readonly Candidate[],
  choices: ReadonlyMap<string, Choice>,
  note: string,
  by: string,
): Decision {
  const ids = (wanted: Choice) =>
    all.filter(({ look, choice }) => (choices.get(look.id) ?? choice) === wanted).map(({ look }) => look.id)
  return { chosen: ids('chosen'), runnersUp: ids('runnerUp'), note, by }
}
