import type { ReactNode } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { useCatalogue } from '#search/use-opened-catalogue.ts'
import { isGrowing, useProgress } from '#search/use-progress.ts'
import { paletteStatus } from './palette-status.ts'
import { useSuggestions } from './use-suggestions.ts'

/** Looks by their words, as the palette finds them; under them why something may be missing. */
export function LookSearch({ typed, children }: { typed: string; children: (look: Look) => ReactNode }) {
  const catalogue = useCatalogue()
  const progress = useProgress(catalogue)
  const growing = progress !== null && isGrowing(progress)
  const { looks, pending, failed } = useSuggestions(catalogue ?? null, typed, progress?.looks ?? 0)
  const status = paletteStatus({
    opening: catalogue === undefined || progress?.state === 'opening',
    absent: catalogue === null,
    overSpending: false,
    failed,
    pending,
    typed,
    rows: looks.length,
    growing: growing ? progress.looks : null,
  })
  return (
    <>
      <ul aria-busy={pending}>{looks.map(children)}</ul>
      <p role="status" className="px-2 py-1 text-13 text-ink-2 empty:hidden">
        {status}
      </p>
    </>
  )
}
