import { useSyncExternalStore } from 'react'
import { openBoardDatabase } from './board-database.ts'
import { createBoardStore, type BoardChannel } from './board-store.ts'
import type { Board } from './board.ts'
import { me } from './me.ts'

const name = 'lookbook-boards'

function openChannel(): BoardChannel | null {
  if (!('BroadcastChannel' in globalThis)) return null
  const channel = new BroadcastChannel(name)
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel's takes none
    post: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
  }
}

/** The boards of this browser. */
export const boards = createBoardStore({
  by: () => me.read().id,
  now: () => Date.now(),
  openDatabase: (onClosed) => openBoardDatabase(name, onClosed),
  channel: openChannel(),
})

// A tab that was frozen has heard nothing.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void boards.refresh()
})

export const useBoards = () => useSyncExternalStore(boards.subscribe, boards.read)

export const useMe = () => useSyncExternalStore(me.subscribe, me.read)

/** A board with its state: undefined while it is looked for, null where there is none. */
export function useBoard(id: string): Board | null | undefined {
  const { ready, boards: all } = useBoards()
  return all.find((board) => board.id === id) ?? (ready ? null : undefined)
}
