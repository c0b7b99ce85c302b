import { useQuery } from '@tanstack/react-query'
import { Picture } from '#looks/picture.tsx'
import { lookQueries } from '#queries/looks.ts'

/** A contender's picture, loaded before its turn and not seen. By HeyGen's own answer: a listing's link is another one. */
export function ComingPicture({ id }: { id: string }) {
  const { data } = useQuery(lookQueries.detail(id))
  return data && <Picture lookId={id} url={data.preview_image_url} name="" />
}
