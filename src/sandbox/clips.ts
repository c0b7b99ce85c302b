import type { Catalogue } from './catalogue.ts'
import { cutouts } from './cutouts.ts'
import type { LookRecord } from './records.ts'

/** What a render gives, as paths below the media base. */
export interface Footage {
  video: string
  picture: string | null
}

/** For a render of somebody who has no clip at all, and for pictures that came with the request. */
export const anyFootage: Footage = {
  video: 'looks/marcus-collar-newsroom-4.mp4',
  picture: 'looks/marcus-collar-newsroom-4.webp',
}

const anyCutout = 'cutouts/marcus-suit-studio-1.webm'

const mediaName = (path: string) => path.replace(/^looks\//, '').replace(/\.\w+$/, '')
/** Files are named `<face>-<clothes>-<place>-<n>`. */
const faceOf = (media: string) => media.slice(0, media.indexOf('-') + 1)

/** The file without a background that shows this look, or else the same person, or else anybody. */
function cutoutOf(look: LookRecord): string {
  const media = mediaName(look.clip ?? look.picture ?? '')
  const name =
    cutouts.find((cutout) => cutout === media) ?? cutouts.find((cutout) => cutout.startsWith(faceOf(media)))
  return name && faceOf(media) ? `cutouts/${name}.webm` : anyCutout
}

/** The clip of the look that stands for its video, and the look's picture. */
export function footageOf(look: LookRecord, catalogue: Catalogue, format: 'mp4' | 'webm'): Footage {
  const others = look.group_id === null ? [] : catalogue.looksOf(look.group_id)
  const clip = look.clip ?? others.find((other) => other.clip !== null)?.clip ?? anyFootage.video
  return { video: format === 'webm' ? cutoutOf(look) : clip, picture: look.picture }
}
