import { useState } from 'react'
import type { Board, BoardLook } from '#boards/board.ts'
import { nameOf } from '#looks/look-words.ts'
import { boardGridText as words } from '#messages/en-boards.ts'
import { announce, notify } from '#ui/notices.ts'
import { putBefore } from './edit-board.ts'
import { lookAfter, type Gap } from './place.ts'

export interface Carried {
  /** The one that was taken; others of the selection come along. */
  id: string
  ids: readonly string[]
  gap: Gap
  /** By keys, and not by the pointer. */
  keys: boolean
}

export interface CarryOptions {
  board: Board
  shown: readonly BoardLook[]
  /** The looks that go with one, itself among them, in the board's order. */
  withLook: (id: string) => readonly string[]
  /** They are shown in the board's own order, and can be put elsewhere. */
  movable: boolean
  /** Shows them in that order. */
  onOrder: () => void
  onMoved: (id: string) => void
}

/** Looks that are being carried to another place, by the pointer or by keys. */
export function useCarry({ board, shown, withLook, movable, onOrder, onMoved }: CarryOptions) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const nameAt = (id: string) => nameOf(board.looks.find((look) => look.id === id)?.note ?? { name: '' })
  const what = ({ id, ids }: Pick<Carried, 'id' | 'ids'>) => words.dragging(nameAt(id), ids.length)
  const placeWords = (index: number) => {
    const look = shown[index]
    return look ? words.toBefore(nameOf(look.note)) : words.toLast
  }

  function lift(id: string, gap: Gap, keys: boolean): boolean {
    if (!movable) {
      notify({ title: words.sorted, action: { label: words.toOrder, run: onOrder } })
      return false
    }
    const next = { id, ids: withLook(id), gap, keys }
    setCarried(next)
    if (keys) announce(words.lifted(what(next)))
    return true
  }
  function moveTo(gap: Gap) {
    setCarried((now) =>
      now && (now.gap.index !== gap.index || now.gap.row !== gap.row) ? { ...now, gap } : now,
    )
    if (carried?.keys) announce(placeWords(gap.index))
  }
  function drop(index: number) {
    if (!carried) return
    const moved = putBefore(board, carried.ids, lookAfter(board.looks, shown, carried.ids, index))
    announce(moved ? words.dropped(what(carried), placeWords(index)) : words.back)
    setCarried(null)
    onMoved(carried.id)
  }
  function back() {
    if (carried) announce(words.back)
    setCarried(null)
  }
  return { carried, what, lift, moveTo, drop, back }
}
