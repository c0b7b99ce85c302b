import { pictureRoute } from './picture-route.ts'

export interface PictureSource {
  /** The one for the screen as it is; enough where a cell is drawn again and again. */
  src: string
  /** The same for both densities; undefined where the picture stands for itself. */
  srcset: string | undefined
  sizes: string | undefined
}

interface Box {
  /** The widest cell that takes it, in CSS pixels. */
  cell: number
  /** What the server makes for a density of 1 and of 2. */
  single: number
  double: number
}

/** One for each density of the grid, whose columns are at most 128, 184, 248 and 336 px wide. */
const boxes: Box[] = [
  { cell: 128, single: 192, double: 256 },
  { cell: 192, single: 192, double: 384 },
  { cell: 256, single: 256, double: 512 },
  { cell: 352, single: 384, double: 704 },
]

const own = new URL('/', document.baseURI).href
const ownSandbox = `${own}sandbox/looks/`
/** The server takes no longer target; what is left over is for the path. */
const longest = 4000

/** What the route is asked for, encoded; undefined where it would refuse. */
function addressOf(url: string): string | undefined {
  let address: string
  if (url.startsWith(ownSandbox)) address = url.slice(own.length - 1)
  // Anything else of our own, blob: among it, is not for the route.
  else if (/^https?:/.test(url) && !url.startsWith(own)) address = url
  else return undefined
  const encoded = encodeURIComponent(address)
  return encoded.length > longest ? undefined : encoded
}

export const originalSource = (url: string): PictureSource => ({
  src: url,
  srcset: undefined,
  sizes: undefined,
})

/**
 * Where to load a picture from that is drawn at most `cellWidth` CSS pixels wide and 1.25 times as high: at about that
 * size where the server can, else (and without a width) the original.
 */
export function pictureSource(url: string, cellWidth = Infinity): PictureSource {
  const box = boxes.find(({ cell }) => cellWidth <= cell)
  const address = box && pictureRoute.isUp() ? addressOf(url) : undefined
  if (!box || address === undefined) return originalSource(url)
  const { single, double } = box
  const one = `/pictures/${single}?u=${address}`
  const two = `/pictures/${double}?u=${address}`
  return {
    src: devicePixelRatio < Math.SQRT2 ? one : two,
    srcset: `${one} ${single}w, ${two} ${double}w`,
    // The width that the first is meant for, so that the browser chooses by its density alone.
    sizes: `${single}px`,
  }
}
