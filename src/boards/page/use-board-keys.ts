import type { KeyboardEvent } from 'react'
import type { Board, BoardLook } from '#boards/board.ts'
import { useLetterKeys } from '#boards/letter-keys.ts'
import { readBoardKey } from './board-keys.ts'
import { giveScore, judge, takeOff } from './edit-board.ts'
import { extendPicked, nothingPicked, togglePicked, type Picked } from './picked.ts'
import { gapBefore } from './place.ts'
import type { useCarry } from './use-carry.ts'

export interface BoardKeysOptions {
  board: Board
  me: string
  shown: readonly BoardLook[]
  columns: number
  pageRows: () => number
  picked: Picked
  onPick: (picked: Picked) => void
  carry: ReturnType<typeof useCarry>
  onFocus: (index: number) => void
  onMenu: (id: string) => void
  /** What goes when one is removed: the selection it belongs to. */
  removable: (id: string) => readonly string[]
}

/** The keys of the grid, for the card that has the focus. */
export function useBoardKeys(options: BoardKeysOptions) {
  const { board, me, shown, columns, pageRows, picked, onPick, carry, onFocus, onMenu, removable } = options
  const letters = useLetterKeys()

  /** While looks are carried, keys choose their place, which can be behind the last too. */
  function carryByKey(event: KeyboardEvent, at: number) {
    const shape = { count: shown.length + 1, columns, pageRows: pageRows() }
    const key = readBoardKey(event, at, shape, false)
    if (event.key === 'Tab') return carry.back()
    if (!key && event.key !== 'Enter') return undefined
    event.preventDefault()
    event.stopPropagation()
    if (key?.kind === 'move') return carry.moveTo(gapBefore(key.index, shown.length, columns))
    if (key?.kind === 'escape') return carry.back()
    if (key?.kind === 'lift' || event.key === 'Enter') return carry.drop(at)
    return undefined
  }

  return function onKeyDown(event: KeyboardEvent) {
    const { target } = event
    if (!(target instanceof HTMLAnchorElement)) return
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1)
    const look = shown[index]
    if (!look) return
    if (carry.carried) return carry.carried.keys ? carryByKey(event, carry.carried.gap.index) : undefined
    const shape = { count: shown.length, columns, pageRows: pageRows() }
    const key = readBoardKey(event, index, shape, letters)
    if (!key || (key.kind === 'escape' && picked.ids.size === 0)) return
    event.preventDefault()
    event.stopPropagation()
    switch (key.kind) {
      case 'move':
        return onFocus(key.index)
      case 'extend': {
        const from = picked.anchor === null ? togglePicked(picked, look.id) : picked
        const to = shown[key.index]
        if (to) onPick(extendPicked(from, to.id, shown))
        return onFocus(key.index)
      }
      case 'verdict':
        return judge(board, me, look, key.verdict)
      case 'score':
        return giveScore(board, me, look, key.score)
      case 'lift':
        return void carry.lift(look.id, gapBefore(index, shown.length, columns), true)
      case 'select':
        return onPick(togglePicked(picked, look.id))
      case 'all':
        return onPick({ ids: new Set(shown.map(({ id }) => id)), anchor: look.id })
      case 'menu':
        return onMenu(look.id)
      case 'remove':
        return takeOff(board, removable(look.id))
      case 'escape':
        return onPick(nothingPicked)
    }
  }
}
