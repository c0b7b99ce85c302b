import { Link } from 'react-router'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { insightText as words } from '#messages/en-insight.ts'
import { text } from '#messages/en.ts'
import type { PersonCount } from '#search/protocol.ts'

export interface LargestPeopleProps {
  people: PersonCount[] | null
  growing: boolean
  personHref: (id: string) => string
}

/** People with most looks. */
export function LargestPeople({ people, growing, personHref }: LargestPeopleProps) {
  return (
    <section aria-labelledby="largest-people">
      <h2 id="largest-people" className="text-13 font-medium text-ink-2">
        {words.people}
      </h2>
      <ul className="mt-2 grid min-h-17 grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] gap-x-4 gap-y-1">
        {people?.map(({ group, count }) => (
          <li key={group.id}>
            <Link
              to={personHref(group.id)}
              className="-mx-2 flex items-center gap-3 rounded-control p-2 hover:bg-well"
            >
              <Picture
                url={group.preview_image_url}
                name={nameOf(group)}
                className="size-12 shrink-0 rounded-full bg-media object-cover object-[50%_18%] text-14"
              />
              <span className="min-w-0">
                <span className="block truncate text-14 font-medium" dir="auto">
                  {nameOf(group)}
                </span>{' '}
                <span className="block truncate text-13 text-ink-2 tabular-nums">
                  {text.count.looks(count, growing)}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
