import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { boards } from '#boards/boards.ts'
import { stepBoard } from '#boards/step-board.ts'
import { isTyping } from '#gallery/is-typing.ts'

/** The names of the steps that undo and redo would take on a board; null where there is none. */
export function useSteps(id: string): { undo: string | null; redo: string | null } {
  const undo = useSyncExternalStore(boards.subscribe, () => boards.steps(id).undo)
  const redo = useSyncExternalStore(boards.subscribe, () => boards.steps(id).redo)
  return { undo, redo }
}

/** Ctrl or Cmd and Z takes the last step back, with Shift it brings it back; not while somebody types. */
export function useStepKeys(id: string) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
    if (event.defaultPrevented || isTyping(event.target)) return
    event.preventDefault()
    stepBoard(id, event.shiftKey ? 'redo' : 'undo')
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
