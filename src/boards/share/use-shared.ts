import { useEffect, useState } from 'react'
import { decodeShare, type SharedBoard, type ShareProblem } from './share-code.ts'

/** What a link's fragment holds; undefined while it is read. */
export function useShared(fragment: string): SharedBoard | ShareProblem | undefined {
  const [read, setRead] = useState<{ fragment: string; shared: SharedBoard | ShareProblem } | null>(null)
  useEffect(() => {
    let left = false
    void decodeShare(fragment, Date.now()).then((shared) => left || setRead({ fragment, shared }))
    return () => void (left = true)
  }, [fragment])
  return read?.fragment === fragment ? read.shared : undefined
}
