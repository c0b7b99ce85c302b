import { useState } from 'react'
import { moveLooks, setDuel, setVerdict } from '#boards/board-edits.ts'
import { reviewerOf, reviewOf, type Board } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { undoAction } from '#boards/step-board.ts'
import { duelText } from '#messages/en-review.ts'
import { announce, notify } from '#ui/notices.ts'
import { aboutDuels, nextPair, pairKey } from './next-pair.ts'
import { duelsAmong, rankByDuels } from './ranking.ts'
import { useUpcoming } from './use-upcoming.ts'

export type Duels = ReturnType<typeof useDuels>

/** One reviewer's duels between the looks asked for, or between their picks and maybes. */
export function useDuels(board: Board, me: string, asked: readonly string[] | null) {
  const mine = reviewerOf(board, me)
  const wanted = asked && new Set(asked)
  const ids = board.looks
    .filter(({ id }) => {
      const { verdict } = reviewOf(mine, id)
      return wanted ? wanted.has(id) : verdict === 'pick' || verdict === 'maybe'
    })
    .map(({ id }) => id)
  // Verdicts change which looks these are, and duels what is known of them; who plays on meanwhile plays with these.
  const [kept] = useState(ids)
  const players = kept.filter((id) => board.looks.some((look) => look.id === id))
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const [done, setDone] = useState<readonly ('duel' | 'skip')[]>([])
  const [stopped, setStopped] = useState(false)
  const duels = duelsAmong(players, mine?.duels ?? [])
  const putOff = new Set(skipped)
  const pair = nextPair(players, duels, putOff)
  const upcoming = useUpcoming(players, duels, putOff, pair)
  const ranked = rankByDuels(players, duels)
  return {
    players,
    pair,
    upcoming,
    ranked,
    fought: duels.length,
    about: Math.max(aboutDuels(players.length), duels.length),
    /** Nothing is asked: by choice, or since every pair was decided. */
    over: stopped || pair === null,
    stopped,
    setStopped,
    choose: (winner: string) => {
      if (!pair) return
      boards.edit(board.id, setDuel(me, pair[0], pair[1], winner), duelText.step)
      setSkipped(skipped.filter((key) => key !== pairKey(...pair)))
      setDone([...done, 'duel'])
    },
    skip: () => {
      if (!pair) return
      // One that was put off before goes to the end again.
      const key = pairKey(...pair)
      setSkipped([...skipped.filter((one) => one !== key), key])
      setDone([...done, 'skip'])
    },
    undo: () => {
      const last = done.at(-1)
      setStopped(false)
      if (last === undefined) return
      if (last === 'skip') setSkipped(skipped.slice(0, -1))
      // Something else may have been done since, on purpose.
      else if (boards.steps(board.id).undo === duelText.step) boards.step(board.id, 'undo')
      setDone(done.slice(0, -1))
      announce(duelText.undone)
    },
    /** Puts the looks into their order, before all others of the board. */
    takeOrder: () => {
      const playing = new Set(players)
      const before = board.looks.find(({ id }) => !playing.has(id))?.id ?? null
      const order = ranked.map(({ id }) => id)
      boards.edit(board.id, moveLooks(board, order, before), duelText.takeOrder)
      notify({ title: duelText.usedOrder, action: undoAction(board.id, duelText.takeOrder) })
    },
    pickFirst: (count: number) => {
      const order = ranked.map(({ id }) => id)
      const label = duelText.pickStep(count)
      boards.edit(
        board.id,
        [...setVerdict(me, order.slice(0, count), 'pick'), ...setVerdict(me, order.slice(count), 'maybe')],
        label,
      )
      notify({ title: duelText.pickedFirst(count), action: undoAction(board.id, label) })
    },
  }
}
