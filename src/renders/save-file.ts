import type { Video } from '#heygen/schemas/video.ts'
import { diskName } from '#ui/save-blob.ts'

/** The file a person wants: with the captions in the picture where they asked for them. */
export const fileOf = (video: Video) => video.captioned_video_url ?? video.video_url

/** A name for the disk: the title without what file systems refuse, and the file's own ending. */
export function fileName(title: string, url: string): string {
  const ending = /\.(\w{2,4})$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? 'mp4'
  return `${diskName(title) || 'video'}.${ending}`
}

/** The file as the page itself has it, where the page may read it; else its own address. */
async function addressOf(url: string): Promise<string> {
  try {
    const answer = await fetch(url)
    return answer.ok ? URL.createObjectURL(await answer.blob()) : url
  } catch {
    return url
  }
}

/**
 * Has the browser save a file. This origin's own are read first: in the static demo they exist for the page alone.
 * Another origin's may be shown in a tab instead of saved.
 */
export async function saveFile(url: string, name: string): Promise<void> {
  const own = new URL(url).origin === location.origin
  const link = document.createElement('a')
  link.href = own ? await addressOf(url) : url
  link.download = name
  if (!own) {
    link.target = '_blank'
    link.rel = 'noopener'
  }
  link.click()
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
