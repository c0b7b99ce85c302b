import type { Look } from '#heygen/schemas/look.ts'

const pathOf = (url: string) => url.split(/[?#]/, 1)[0]

const keep = (fresh: string | null, shown: string | null) =>
  fresh !== null && shown !== null && pathOf(fresh) === pathOf(shown) ? shown : fresh

/**
 * The look as it is now, by the links that are on the screen already: HeyGen signs the same file anew in every
 * answer, and a new link would load the picture again.
 */
export const keepLinks = (fresh: Look, shown: Look): Look => ({
  ...fresh,
  preview_image_url: keep(fresh.preview_image_url, shown.preview_image_url),
  preview_video_url: keep(fresh.preview_video_url, shown.preview_video_url),
})
