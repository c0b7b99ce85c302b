import type { ReactNode } from 'react'
import { insightText as words } from '#messages/en-insight.ts'
import { text } from '#messages/en.ts'
import type { Catalogue, CatalogueProgress } from '#search/protocol.ts'
import type { FacetPicks } from '#search/query.ts'
import { isGrowing, useProgress } from '#search/use-progress.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'
import { FacetBars } from './facet-bars.tsx'
import type { CountedFacet } from './facet-values.ts'
import { LargestPeople } from './largest-people.tsx'
import { ReadingButton, ReadingStatus } from './reading-status.tsx'
import { RecentChanges } from './recent-changes.tsx'
import { useChanges, useCounts, useLargestPeople } from './use-insight.ts'

/** With the rows each usually has, so that what is below them stays in its place. */
const kinds: [CountedFacet, number][] = [
  ['type', 3],
  ['ori', 3],
  ['engine', 3],
  ['gender', 2],
  ['own', 2],
  ['has', 3],
]
/** What is read from names. */
const mined: [CountedFacet, number][] = [
  ['place', 8],
  ['wear', 8],
  ['pose', 4],
  ['shot', 5],
]

interface Hrefs {
  /** The grid with these filters. */
  hrefOf: (picks: FacetPicks) => string
  lookHref: (id: string) => string
  personHref: (id: string) => string
}

export interface InsightPageProps extends Hrefs {
  /** Undefined while it is being opened, null where it cannot be had. */
  catalogue: Catalogue | null | undefined
}

/** What the catalogue holds: how many looks of which kind, whose, and what the last reading changed. */
export function InsightPage({ catalogue, ...hrefs }: InsightPageProps) {
  const progress = useProgress(catalogue)
  useTitle(text.title.of(words.title))
  return (
    <main id="main" tabIndex={-1} className="px-(--gutter) pb-16 outline-none">
      {catalogue === null ? (
        <Message level={1} title={words.absent} hint={words.absentHint}>
          <ButtonLink to="/">{text.app.home}</ButtonLink>
        </Message>
      ) : catalogue && progress ? (
        <Known catalogue={catalogue} progress={progress} {...hrefs} />
      ) : (
        <>
          <Heading>{null}</Heading>
          <p role="status" className="text-14 text-ink-2">
            {words.reading.opening}
          </p>
        </>
      )}
    </main>
  )
}

function Heading({ sum, children }: { sum?: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pt-3">
      <div className="min-w-0">
        <h1 className="text-28 font-semibold tracking-[-0.01em]">{words.title}</h1>
        <p className="mt-1 min-h-6 text-16 tabular-nums">{sum}</p>
      </div>
      {children}
    </div>
  )
}

interface KnownProps extends Hrefs {
  catalogue: Catalogue
  progress: CatalogueProgress
}

function Known({ catalogue, progress, hrefOf, lookHref, personHref }: KnownProps) {
  const counts = useCounts(catalogue)
  const growing = isGrowing(progress)
  const looks = counts?.looks ?? 0
  const people = useLargestPeople(catalogue, looks)
  const changes = useChanges(catalogue, progress.walkedAt)
  const sum = words.of(text.count.looks(looks, growing), text.count.people(counts?.people ?? 0, growing))
  const bars = ([facet, reserved]: [CountedFacet, number], compared: boolean) => (
    <FacetBars
      key={facet}
      facet={facet}
      counts={counts && looks > 0 ? counts.counts[facet] : null}
      total={looks}
      growing={growing}
      reserved={reserved}
      compared={compared}
      hrefOf={(value) => hrefOf({ [facet]: [value] })}
    />
  )
  return (
    <>
      <Heading sum={looks > 0 ? sum : ''}>
        <ReadingButton catalogue={catalogue} state={progress.state} />
      </Heading>
      <ReadingStatus progress={progress} />
      {looks === 0 && progress.state === 'done' ? (
        <Message title={words.empty} hint={words.emptyHint} />
      ) : (
        <div className="mt-8 flex flex-col gap-12">
          <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3 min-[1800px]:grid-cols-6">
            {kinds.map((kind) => bars(kind, false))}
          </div>
          <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
            {mined.map((kind) => bars(kind, true))}
          </div>
          <LargestPeople people={people} growing={growing} personHref={personHref} />
          <RecentChanges changes={changes} first={progress.walkedAt === null} lookHref={lookHref} />
        </div>
      )}
    </>
  )
}
