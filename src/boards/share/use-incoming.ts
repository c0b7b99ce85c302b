import { useRef, useState } from 'react'
import type { FileLike } from './board-file.ts'
import { readImport } from './read-import.ts'
import type { SharedBoard, ShareProblem } from './share-code.ts'

export type Incoming =
  | { state: 'none' | 'reading' }
  | { state: 'problem'; problem: ShareProblem }
  | { state: 'ready'; shared: SharedBoard }

/** What a person gives to be opened; the last one counts. */
export function useIncoming() {
  const [incoming, setIncoming] = useState<Incoming>({ state: 'none' })
  const turn = useRef(0)
  async function take(source: string | FileLike) {
    turn.current += 1
    const mine = turn.current
    if (source === '') return setIncoming({ state: 'none' })
    setIncoming({ state: 'reading' })
    const read = await readImport(source, Date.now())
    if (turn.current !== mine) return undefined
    return setIncoming(
      typeof read === 'string' ? { state: 'problem', problem: read } : { state: 'ready', shared: read },
    )
  }
  return { incoming, take }
}
