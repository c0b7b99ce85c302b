import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { indexFeed } from '#gallery/index-feed.ts'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { knownLook, lookQueries } from '#queries/looks.ts'

function listedLook(id: string) {
  const rows = indexFeed.read().feed?.rows
  return rows?.by === 'looks' ? rows.items.find((look) => look?.id === id) : undefined
}

/** A small picture of a look; it is asked for only where the page does not know it. */
export function TrayThumb({ lookId }: { lookId: string }) {
  const client = useQueryClient()
  const [known] = useState(() => knownLook(client, lookId) ?? listedLook(lookId))
  const { data = known } = useQuery({ ...lookQueries.detail(lookId), enabled: known === undefined })
  return (
    <span className="block size-9 overflow-hidden rounded-control bg-media shadow-[0_0_0_2px_var(--raised)]">
      {data && (
        <Picture
          lookId={lookId}
          url={data.preview_image_url}
          name={nameOf(data)}
          drawnWidth={48}
          className="size-full object-cover object-[50%_18%] text-12"
        />
      )}
    </span>
  )
}
