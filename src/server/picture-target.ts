import { createSourceMatcher } from '#heygen/media-url.ts'
import { Failure, notFound } from './failure.ts'

/** Pixels: what the page's cells need on screens of density 1 and 2 (looks/picture-source.ts). A box is 4:5. */
const widths = [192, 256, 384, 512, 704]

/** Throws a Failure for every other width: who could choose one could fill the cache. */
export function readWidth(text: string): number {
  const width = widths.find((offered) => String(offered) === text)
  if (width === undefined) throw notFound()
  return width
}

export type PictureTarget =
  | { kind: 'own'; path: string }
  /** `name` is the address without its signature, which changes while the picture stays. */
  | { kind: 'media'; url: string; name: string }

/** What CloudFront, S3 and Google put into an address to let it expire. */
const signature = /^(?:expires|signature|key-pair-id|policy|x-amz-.+|x-goog-.+)$/i

function nameOf(url: URL): string {
  const kept = [...url.searchParams].filter(([param]) => !signature.test(param))
  const query = new URLSearchParams(kept)
  query.sort()
  return `${url.origin}${url.pathname}${query.size > 0 ? `?${query.toString()}` : ''}`
}

/** Says where a picture comes from: a demo file of ours or a listed media host; throws a Failure for all else. */
export function createPictureTargets(mediaHosts: readonly string[]): (address: string) => PictureTarget {
  const isListed = createSourceMatcher(mediaHosts)
  return (address) => {
    // One name in one folder, without dots: nothing here can be read as another path.
    if (/^\/sandbox\/looks\/[A-Za-z0-9_-]{1,128}\.webp$/.test(address)) return { kind: 'own', path: address }
    const url = URL.parse(address)
    if (!url || url.username || url.password || url.hash || !isListed(url))
      throw new Failure(400, 'bad_picture_address', 'Pictures come from the listed media hosts only.')
    return { kind: 'media', url: url.href, name: nameOf(url) }
  }
}
