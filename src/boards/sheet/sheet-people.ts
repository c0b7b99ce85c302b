import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { BoardLook } from '#boards/board.ts'
import { unnamedPeople, withNames, type FindPeople, type PeopleNames } from '#boards/export/name-people.ts'

export interface SheetPeople {
  /** With the names that are known by now. */
  looks: BoardLook[]
  settled: boolean
  /** People whose names could not be had. */
  missing: number
  stop: () => void
  again: () => void
}

/** The names of a sheet's people: looked up when it opens, until stopped. */
export function useSheetPeople(looks: readonly BoardLook[], findPeople: FindPeople): SheetPeople {
  const [names, setNames] = useState<PeopleNames>(new Map())
  const [done, setDone] = useState<string | null>(null)
  const [run, setRun] = useState(0)
  const search = useRef<AbortController>(null)
  const wanted = unnamedPeople(looks)
  // Boards are new objects with each edit; their people seldom change.
  const list = JSON.stringify([run, wanted])
  const begin = useEffectEvent((signal: AbortSignal, found: (all: PeopleNames) => void) =>
    findPeople(wanted, signal, found),
  )

  useEffect(() => {
    const controller = new AbortController()
    search.current = controller
    const take = (all: PeopleNames) => controller.signal.aborted || setNames(new Map(all))
    async function look() {
      take(await begin(controller.signal, take))
      if (!controller.signal.aborted) setDone(list)
    }
    void look()
    return () => controller.abort()
  }, [list])

  const missing = wanted.filter((id) => !names.has(id)).length
  return {
    looks: withNames(looks, names),
    settled: missing === 0 || done === list,
    missing,
    stop() {
      search.current?.abort()
      setDone(list)
    },
    again: () => setRun(run + 1),
  }
}
