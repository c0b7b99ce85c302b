import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { lookText } from '#messages/en-look.ts'
import { lookQueries } from '#queries/looks.ts'
import { useListing } from './use-listing.ts'

/** So many fit into the panel; the rest is on the person's page. */
const shown = 12

export interface MoreLooksProps {
  group: string
  /** Their name; empty while it is not known. */
  person: string
  currentId: string
  hrefOf: (id: string) => string
  onGo: (id: string) => void
}

/** The other looks of the same person. */
export function MoreLooks({ group, person, currentId, hrefOf, onGo }: MoreLooksProps) {
  const { items, hasMore } = useListing(useInfiniteQuery(lookQueries.list({ type: null, own: null, group })))
  const others = items.filter((look) => look.id !== currentId)
  if (others.length === 0) return null
  return (
    <section className="mt-6">
      <h3 className="mb-2.5 text-13 font-semibold">{lookText.more(person)}</h3>
      <ul className="grid grid-cols-6 gap-2">
        {others.slice(0, shown).map((look) => (
          <li key={look.id}>
            <a
              href={hrefOf(look.id)}
              title={nameOf(look)}
              className="relative block aspect-4/5 overflow-hidden rounded-control bg-media"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                event.preventDefault()
                onGo(look.id)
              }}
            >
              <Picture
                lookId={look.id}
                url={look.preview_image_url}
                name={nameOf(look)}
                alt={nameOf(look)}
                drawnWidth={96}
                className="absolute inset-0 size-full object-cover object-[50%_18%]"
              />
            </a>
          </li>
        ))}
      </ul>
      {(hasMore || others.length > shown) && (
        <Link
          to={`/people/${encodeURIComponent(group)}`}
          className="mt-3 inline-block text-13 font-medium text-accent-text hover:underline"
        >
          {lookText.allOf(person)}
        </Link>
      )}
    </section>
  )
}
