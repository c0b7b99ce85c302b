import { useEffect, useState } from 'react'
import { useCatalogue } from '#search/use-opened-catalogue.ts'
import { isGrowing, useProgress } from '#search/use-progress.ts'
import type { CoverageCell } from './coverage.tsx'

interface Known {
  of: string
  cells: CoverageCell[]
}

/** A person's looks by orientation and engine; null while the index does not know the person. */
export function useCoverage(groupId: string) {
  const catalogue = useCatalogue()
  const progress = useProgress(catalogue)
  const looks = progress?.looks ?? 0
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    if (!catalogue || looks === 0) return undefined
    const control = new AbortController()
    catalogue.cross({ q: '', picks: { group: [groupId] } }, ['ori', 'engine'], control.signal).then(
      (found) =>
        control.signal.aborted ||
        setKnown({
          of: groupId,
          cells: found.map(({ values: [orientation, engine], count }) => ({ orientation, engine, count })),
        }),
      // The page is whole without it.
      () => undefined,
    )
    return () => control.abort()
  }, [catalogue, groupId, looks])
  if (!progress || known?.of !== groupId || known.cells.length === 0) return null
  return { cells: known.cells, growing: isGrowing(progress) }
}
