import { useQuery, useQueryClient } from '@tanstack/react-query'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { knownLook, lookQueries } from '#queries/looks.ts'

/** A look's picture where only its id is known; it fills the box it stands in. */
export function LookPicture({ lookId }: { lookId: string }) {
  const client = useQueryClient()
  const { data: look } = useQuery({
    ...lookQueries.detail(lookId),
    placeholderData: () => knownLook(client, lookId),
  })
  if (!look) return null
  return (
    <Picture
      lookId={look.id}
      url={look.preview_image_url}
      name={nameOf(look)}
      className="absolute inset-0 size-full object-cover object-[50%_18%]"
    />
  )
}
