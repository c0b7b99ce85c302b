import type { Video } from '#heygen/schemas/video.ts'

/** The file a person wants: with the captions in the picture where they asked for them. */
export const fileOf = (video: Video) => video.captioned_video_url ?? video.video_url

/** A name for the disk: the title without what file systems refuse, and the file's own ending. */
export function fileName(title: string, url: string): string {
  const ending = /\.(\w{2,4})$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? 'mp4'
  const bare = title
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  return `${bare || 'video'}.${ending}`
}

/** Has the browser save a file, which it does for this origin's own; another's it may show in a tab instead. */
export function saveFile(url: string, name: string) {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  if (new URL(url).origin !== location.origin) {
    link.target = '_blank'
    link.rel = 'noopener'
  }
  link.click()
}
