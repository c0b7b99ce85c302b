import { useEffect, useState } from 'react'
import type { Catalogue, CatalogueChanges, PersonCount, SearchAnswer } from '#search/protocol.ts'

const everything = { q: '', picks: {} }
const largest = 12

/** Counts over the whole catalogue, kept up to date as it grows; null until the first are there. */
export function useCounts(catalogue: Catalogue): SearchAnswer | null {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null)
  useEffect(() => {
    const control = new AbortController()
    catalogue.watch(everything, { by: 'looks', fold: false }, setAnswer, control.signal)
    return () => control.abort()
  }, [catalogue])
  return answer
}

/** People with most looks; asked for again with every other number of looks. */
export function useLargestPeople(catalogue: Catalogue, looks: number): PersonCount[] | null {
  const [people, setPeople] = useState<PersonCount[] | null>(null)
  useEffect(() => {
    if (looks === 0) return undefined
    const control = new AbortController()
    catalogue.people(everything, '', largest, control.signal).then(
      (found) => control.signal.aborted || setPeople(found),
      // What is shown stays; the status says what is wrong with the catalogue.
      () => undefined,
    )
    return () => control.abort()
  }, [catalogue, looks])
  return people
}

/** What the last reading found different; asked for again after each. Null before the first. */
export function useChanges(catalogue: Catalogue, walkedAt: number | null): CatalogueChanges | null {
  const [changes, setChanges] = useState<CatalogueChanges | null>(null)
  useEffect(() => {
    if (walkedAt === null) return undefined
    const control = new AbortController()
    catalogue.changes(control.signal).then(
      (found) => control.signal.aborted || setChanges(found),
      () => undefined,
    )
    return () => control.abort()
  }, [catalogue, walkedAt])
  return changes
}
