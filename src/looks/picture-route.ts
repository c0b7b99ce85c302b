import { pageConfig } from '#queries/page-config.ts'

const mostMisses = 8
let misses = 0

/**
 * Whether pictures are worth asking of the server. It may be unable to reach hosts that the browser can, and then every
 * picture would come late, as an original.
 */
export const pictureRoute = {
  isUp: () => pageConfig.pictures && misses < mostMisses,
  /** It gave no picture, so that the original is tried. */
  missed: () => {
    misses++
  },
  /** The original cannot be had either, so it was not the route's fault. */
  excused: () => {
    misses--
  },
}
