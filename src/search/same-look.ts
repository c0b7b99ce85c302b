import type { IndexedLook } from './catalogue-index.ts'

const bare = (url: string | null) => url?.split(/[?#]/, 1)[0] ?? null

/** As far as a person can tell: HeyGen signs the same file anew in every answer. */
const content = ({ look, own }: IndexedLook) =>
  JSON.stringify({
    ...look,
    preview_image_url: bare(look.preview_image_url),
    preview_video_url: bare(look.preview_video_url),
    own,
  })

/** same: to the letter; signed: but for the queries of its links; changed: otherwise. */
export function compareLooks(a: IndexedLook, b: IndexedLook): 'same' | 'signed' | 'changed' {
  if (a.own === b.own && JSON.stringify(a.look) === JSON.stringify(b.look)) return 'same'
  return content(a) === content(b) ? 'signed' : 'changed'
}
