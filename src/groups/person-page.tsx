import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { Link } from 'react-router'
import { ErrorMessage } from '#gallery/error-message.tsx'
import type { GridNavigation } from '#gallery/listing-view.tsx'
import { LooksList } from '#gallery/looks-list.tsx'
import { useDensityKeys } from '#gallery/use-density-keys.ts'
import { useDensity } from '#gallery/use-filters.ts'
import { useListing } from '#gallery/use-listing.ts'
import type { Group } from '#heygen/schemas/group.ts'
import { genderWord, isNotReady, nameOf, statusWord } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { personText } from '#messages/en-look.ts'
import { text } from '#messages/en.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { groupQueries } from '#queries/groups.ts'
import { lookQueries } from '#queries/looks.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'
import { PersonCoverage } from './person-coverage.tsx'

/** One person: who they are, and all their looks. */
export function PersonPage({ groupId, navigation }: { groupId: string; navigation: GridNavigation }) {
  const [density, setDensity] = useDensity()
  useDensityKeys(density, setDensity)
  const person = useQuery(groupQueries.detail(groupId))
  const listing = useListing(useInfiniteQuery(lookQueries.list({ type: null, own: null, group: groupId })))
  const title = text.title.of(person.data ? nameOf(person.data) : text.title.people)
  useTitle(navigation.currentId === null ? title : null)
  const missing = person.error && isNotFound(person.error) ? person.error : null
  return (
    <main id="main" tabIndex={-1} className="px-(--gutter) outline-none">
      {missing ? (
        <Message level={1} title={personText.notFound} hint={personText.notFoundHint}>
          <ButtonLink to="/">{text.app.home}</ButtonLink>
        </Message>
      ) : person.error && !person.data ? (
        <ErrorMessage level={1} error={person.error} onRetry={() => void person.refetch()} />
      ) : (
        <>
          <PersonHeader person={person.data} />
          <LooksList
            listKey={groupId}
            listing={listing}
            navigation={navigation}
            empty={<Message title={personText.empty} />}
          />
        </>
      )}
    </main>
  )
}

function PersonHeader({ person }: { person: Group | undefined }) {
  const facts = person
    ? [
        person.looks_count !== null && text.count.looks(person.looks_count, false),
        person.gender && genderWord(person.gender),
        person.created_at !== null && personText.since(person.created_at),
        isNotReady(person.status) && statusWord(person.status),
        person.consent_status && personText.consent(person.consent_status),
      ].filter(Boolean)
    : []
  return (
    <header className="relative pt-2 pb-5">
      <Link
        to="/?view=people"
        className="mb-3 -ml-2 inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-13 font-medium text-ink-2 hover:bg-well hover:text-ink"
      >
        <ArrowLeft size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.title.people}
      </Link>
      <div className="flex h-20 items-center gap-4">
        <div className="size-20 shrink-0 overflow-hidden rounded-full bg-media">
          {person && (
            <Picture
              url={person.preview_image_url}
              name={nameOf(person)}
              drawnWidth={80}
              className="size-full object-cover object-[50%_18%]"
            />
          )}
        </div>
        <div className="min-w-0 min-[900px]:mr-[46%]">
          <h1 className="truncate text-28 font-semibold" dir="auto">
            {person ? nameOf(person) : ' '}
          </h1>
          <p className="mt-0.5 min-h-5 text-14 text-ink-2 tabular-nums">{facts.join(' · ')}</p>
        </div>
      </div>
      {person && <PersonCoverage groupId={person.id} name={nameOf(person)} />}
    </header>
  )
}
