import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Look } from '#heygen/schemas/look.ts'
import type { Frame } from '#looks/framing.ts'
import { isNotReady, longTypeWord, nameOf } from '#looks/look-words.ts'
import { lookText } from '#messages/en-look.ts'
import { text } from '#messages/en.ts'
import { groupQueries } from '#queries/groups.ts'
import { FramingTiles } from './framing-tiles.tsx'
import { LookFacts } from './look-facts.tsx'
import { LookMedia } from './look-media.tsx'
import { MoreLooks } from './more-looks.tsx'
import { Snippets } from './snippet-tabs.tsx'

export interface LookDetailProps {
  look: Look
  hrefOf: (id: string) => string
  onGo: (id: string) => void
}

const isNotice = (status: string): status is keyof typeof lookText.notReady =>
  Object.hasOwn(lookText.notReady, status)

export function LookDetail({ look, hrefOf, onGo }: LookDetailProps) {
  const [frame, setFrame] = useState<Frame | null>(null)
  const person = useQuery({ ...groupQueries.detail(look.group_id ?? ''), enabled: look.group_id !== null })
  const name = nameOf(look)
  return (
    <>
      <LookMedia look={look} frame={frame} />
      <h2 className="mt-5 text-20 font-semibold" dir="auto">
        {name}
      </h2>
      <p className="mt-0.5 min-h-4.5 text-13 text-ink-2">
        {person.data && (
          <>
            <Link
              to={`/people/${encodeURIComponent(person.data.id)}`}
              className="rounded-sm text-ink underline decoration-line-2 underline-offset-3 hover:decoration-current"
            >
              {nameOf(person.data)}
            </Link>
            {' · '}
          </>
        )}
        {longTypeWord(look.avatar_type)}
        {person.data?.looks_count != null && ` · ${text.count.looks(person.data.looks_count, false)}`}
      </p>
      {isNotReady(look.status) && (
        <p role="note" className="mt-4 rounded-control bg-well px-4 py-3 text-13">
          {isNotice(look.status) ? lookText.notReady[look.status] : look.status}
          {look.error?.message && <span className="mt-1 block text-ink-2">{look.error.message}</span>}
        </p>
      )}
      <FramingTiles look={look} frame={frame} onFrame={setFrame} />
      <LookFacts look={look} />
      {look.group_id && (
        <MoreLooks
          group={look.group_id}
          person={person.data ? nameOf(person.data) : ''}
          currentId={look.id}
          hrefOf={hrefOf}
          onGo={onGo}
        />
      )}
      <Snippets lookId={look.id} />
    </>
  )
}
