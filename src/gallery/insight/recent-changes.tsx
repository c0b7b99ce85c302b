import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Look } from '#heygen/schemas/look.ts'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { insightText as words } from '#messages/en-insight.ts'
import type { CatalogueChanges } from '#search/protocol.ts'

/** Of each kind; there may be thousands, and the rest is counted. */
const shown = 12

export interface RecentChangesProps {
  changes: CatalogueChanges | null
  /** It was never read to its end. */
  first: boolean
  lookHref: (id: string) => string
}

/** What the last reading found new, changed and gone. */
export function RecentChanges({ changes, first, lookHref }: RecentChangesProps) {
  const { since = null, added = [], changed = [], removed = [] } = changes ?? {}
  const counts = changes?.counts ?? { added: 0, changed: 0, removed: 0 }
  const same = counts.added + counts.changed + counts.removed === 0
  return (
    <section aria-labelledby="changes" className="min-h-17">
      <h2 id="changes" className="text-13 font-medium text-ink-2">
        {words.changes}
      </h2>
      {(changes ?? first) && (
        <p className="mt-1 text-14 text-ink-2 tabular-nums">
          {since === null ? words.first : `${words.changesSince(since)}${same ? ` ${words.same}` : ''}`}
        </p>
      )}
      {since !== null && !same && (
        <div className="mt-4 flex flex-col gap-5">
          <Looks title={words.added} count={counts.added} looks={added} lookHref={lookHref} />
          <Looks title={words.changed} count={counts.changed} looks={changed} lookHref={lookHref} />
          {counts.removed > 0 && (
            <Kind title={words.removed} count={counts.removed}>
              {removed.slice(0, shown).map((look) => (
                <li
                  key={look.id}
                  className="max-w-full truncate rounded-control bg-well px-2.5 py-1 text-13 text-ink-2"
                  title={look.id}
                  dir="auto"
                >
                  {nameOf(look)}
                </li>
              ))}
            </Kind>
          )}
        </div>
      )}
    </section>
  )
}

interface LooksProps {
  title: string
  count: number
  looks: readonly Look[]
  lookHref: (id: string) => string
}

function Looks({ title, count, looks, lookHref }: LooksProps) {
  if (count === 0) return null
  return (
    <Kind title={title} count={count}>
      {looks.slice(0, shown).map((look) => (
        <li key={look.id}>
          <Link
            to={lookHref(look.id)}
            title={nameOf(look)}
            className="block overflow-hidden rounded-control outline-offset-2"
          >
            <Picture
              lookId={look.id}
              url={look.preview_image_url}
              name={nameOf(look)}
              alt={nameOf(look)}
              className="h-20 w-16 bg-media object-cover object-[50%_18%] transition-opacity duration-120 hover:opacity-85"
            />
          </Link>
        </li>
      ))}
    </Kind>
  )
}

function Kind({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <div>
      <h3 className="text-14 font-medium tabular-nums">
        {title} <span className="font-normal text-ink-2">{words.number(count, false)}</span>
      </h3>
      <ul className="mt-2 flex flex-wrap items-center gap-2">
        {children}
        {count > shown && (
          <li className="px-1 text-13 text-ink-2 tabular-nums">{words.more(count - shown)}</li>
        )}
      </ul>
    </div>
  )
}
