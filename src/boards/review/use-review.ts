import { useState } from 'react'
import { pickOfPerson, setScore, setVerdict, submitReview } from '#boards/board-edits.ts'
import { reviewerOf, reviewOf, type Board } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { boardLookName } from '#boards/names.ts'
import type { Verdict } from '#boards/register-keys.ts'
import type { Change } from '#boards/register.ts'
import { undoAction } from '#boards/step-board.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { announce, notify } from '#ui/notices.ts'
import { autoAdvance } from './auto-advance.ts'
import { matching, reviewOrder, type ReviewFilter } from './filter.ts'
import { nextAround, personStep, stepFrom } from './moves.ts'
import { stepLook } from './step-look.ts'

export type Review = ReturnType<typeof useReview>

/** One reviewer's way through a board. `asked`: the look an address names. */
export function useReview(board: Board, me: string, asked: string | null) {
  const mine = reviewerOf(board, me)
  const looks = reviewOrder(board, me)
  const order = looks.map(({ id }) => id)
  const verdictOf = (id: string) => reviewOf(mine, id).verdict
  const firstOpen = () => order.find((id) => verdictOf(id) === 'undecided') ?? order[0] ?? ''
  const [filter, setFilter] = useState<ReviewFilter>('all')
  const [finished, setFinished] = useState(false)
  const [at, setAt] = useState(() => (asked !== null && order.includes(asked) ? asked : firstOpen()))
  // It may have been taken off the board in another tab.
  const current = order.includes(at) ? at : (order[0] ?? '')
  const fits = matching(board, mine, me, filter)
  const shown = order.filter((id) => fits.has(id))
  const fit = (id: string) => fits.has(id)

  function go(id: string | null | undefined) {
    setFinished(false)
    const look = looks.find((one) => one.id === id)
    if (!look || look.id === current) return
    setAt(look.id)
    const place = shown.includes(look.id)
      ? reviewText.position(shown.indexOf(look.id) + 1, shown.length)
      : reviewText.outside(shown.length)
    announce(reviewText.at(boardLookName(look), place, boardWords.verdict[verdictOf(look.id)]))
  }

  function advance(was: Verdict) {
    if (!autoAdvance.read()) return
    const now = boards.get(board.id)
    const open = (id: string) => reviewOf(now && reviewerOf(now, me), id).verdict === 'undecided'
    const narrow = filter !== 'all' && filter !== 'undecided'
    const next = nextAround(order, current, (id) => open(id) && (!narrow || fits.has(id)))
    if (next !== null) return go(next)
    if (narrow) return go(stepFrom(order, current, 1, fit))
    if (was === 'undecided') setFinished(true)
  }

  const edit = (changes: Change[], label: string) => boards.edit(board.id, changes, label)
  const position = shown.indexOf(current)
  return {
    looks,
    order,
    shown,
    filter,
    current,
    look: looks.find(({ id }) => id === current),
    mine,
    review: reviewOf(mine, current),
    /** Among those that the filter takes, from 0; -1 where it takes others. */
    position,
    undecided: order.filter((id) => verdictOf(id) === 'undecided').length,
    finished,
    previous: stepFrom(order, current, -1, fit),
    next: stepFrom(order, current, 1, fit),
    afterNext: stepFrom(order, stepFrom(order, current, 1, fit) ?? current, 1, fit),
    nextOpen: nextAround(order, current, (id) => verdictOf(id) === 'undecided'),
    go,
    step: (by: 1 | -1) => go(stepFrom(order, current, by, fit)),
    person: (by: 1 | -1) =>
      go(
        personStep(
          looks.filter(({ id }) => fits.has(id) || id === current),
          current,
          by,
        ),
      ),
    end: (which: 'first' | 'last') => go(which === 'first' ? shown[0] : shown.at(-1)),
    show: (next: ReviewFilter) => {
      setFilter(next)
      const taken = matching(board, mine, me, next)
      setFinished(false)
      if (!taken.has(current)) setAt(nextAround(order, current, (id) => taken.has(id)) ?? current)
    },
    judge: (verdict: Verdict) => {
      const was = verdictOf(current)
      edit(setVerdict(me, [current], verdict), boardWords.verdict[verdict])
      if (verdict === 'undecided') setFinished(false)
      else advance(was)
    },
    pickOfPerson: () => {
      const was = verdictOf(current)
      const changes = pickOfPerson(board, me, current)
      edit(changes, reviewText.pickOfPersonStep)
      notify({
        title: reviewText.rejectedRest(changes.length - 1),
        action: undoAction(board.id, reviewText.pickOfPersonStep, () => back('undo')),
      })
      advance(was)
    },
    score: (score: number | null) => edit(setScore(me, current, score), reviewText.score),
    submit: () => {
      edit(submitReview(me, true), reviewText.submitStep)
      notify({
        title: reviewText.submitted,
        action: undoAction(board.id, reviewText.submitStep, () => back('undo')),
      })
    },
    setBlind: (blind: boolean) => edit([['blind', blind]], reviewText.blindStep(blind)),
    back,
  }

  /** Takes the last step back, or brings it back, and goes to the look it was about. */
  function back(way: 'undo' | 'redo') {
    const before = boards.get(board.id)
    const label = boards.step(board.id, way)
    if (label === null) {
      announce(way === 'undo' ? reviewText.nothingToUndo : reviewText.nothingToRedo)
      return
    }
    const after = boards.get(board.id)
    const concerned = before && after ? stepLook(before.registers, after.registers) : null
    const told = way === 'undo' ? boardWords.undone(label) : boardWords.redone(label)
    if (concerned === null || concerned === current) announce(told)
    if (concerned === null) notify({ title: told })
    else go(concerned)
  }
}
