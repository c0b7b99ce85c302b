import { ChevronDown } from 'lucide-react'
import { picksHref } from '#gallery/filters.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { coverageText as words } from '#messages/en-coverage.ts'
import { usePopup } from '#ui/use-popup.ts'
import { Coverage } from './coverage.tsx'
import { useCoverage } from './use-coverage.ts'

const loadPopup = async () => (await import('./coverage-popup.tsx')).CoveragePopup

/**
 * A person's coverage in the right of their header: the matrix itself where there is room, a button for it where
 * there is not. It takes none of the header's height, so nothing moves when it comes.
 */
export function PersonCoverage({ groupId, name }: { groupId: string; name: string }) {
  const coverage = useCoverage(groupId)
  const { button, popup, Popup } = usePopup(loadPopup, partFailed)
  if (!coverage) return null
  const props = {
    ...coverage,
    name,
    hrefOf: (ori: string, engine: string) => picksHref({ group: [groupId], ori: [ori], engine: [engine] }),
  }
  return (
    <>
      <div className="absolute right-0 bottom-5 hidden max-h-33 max-w-[45%] overflow-auto min-[900px]:block">
        <Coverage {...props} />
      </div>
      <button
        type="button"
        className="absolute top-2 right-0 inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-13 font-medium text-ink-2 hover:bg-well hover:text-ink min-[900px]:hidden"
        {...button}
      >
        {words.title}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {Popup && <Popup {...popup} {...props} />}
    </>
  )
}
