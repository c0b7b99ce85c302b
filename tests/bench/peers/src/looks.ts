/** A look as the API gives it, as far as a card shows it. Odd ones leave things out, here as in HeyGen's own answers. */
export interface Look {
  id: string
  name: string
  avatar_type: string
  preview_image_url: string | null
  preview_video_url: string | null
  status: string | null
  image_width: number | null
  image_height: number | null
  supported_api_engines?: string[]
}

interface LooksAnswer {
  data: Look[]
  next_token: string | null
}

/** The app's own. */
const pageSize = '50'

/** One page of the API the app asks, in the app's words. */
export async function fetchLooks(
  type: string | null,
  token: string | undefined,
  signal?: AbortSignal,
): Promise<LooksAnswer> {
  const query = new URLSearchParams({ limit: pageSize })
  if (type !== null) query.set('avatar_type', type)
  if (token !== undefined) query.set('token', token)
  const answer = await fetch(`/api/v3/avatars/looks?${query}`, {
    headers: { 'x-lookbook': '1' },
    signal: signal ?? null,
  })
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`)
  return answer.json()
}
