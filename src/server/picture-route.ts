import type { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'
import { asFailure, Failure, failureText, notFound, refusedMethod } from './failure.ts'
import { notModified } from './not-modified.ts'
import { pictureFormat } from './picture-format.ts'
import { createPictureTargets, readWidth } from './picture-target.ts'
import type { Pictures } from './pictures.ts'
import { routeQuery } from './route-query.ts'

const path = '/pictures/:width'
/** The gate's limit for a whole target is the shorter one. */
const query = { query: ['u'], longest: 4096 }

// HeyGen's picture of a look has never been seen to change under its path.
const week = 604_800
const cacheControl = {
  own: 'public, max-age=31536000, immutable',
  media: `private, max-age=${week}, immutable`,
}

/** `/pictures/384?u=<address>`: the picture at an address, just large enough for a cell that is 384 pixels wide. */
export function addPictureRoute(
  app: Hono<AppEnv>,
  pictures: Pictures | null,
  mediaHosts: readonly string[],
): void {
  const targetOf = createPictureTargets(mediaHosts)
  app.get(path, async (c) => {
    c.set('line', { route: path })
    if (!pictures) throw notFound()
    const { raw } = c.req
    const width = readWidth(c.req.param('width'))
    const given = new URL(c.req.url).searchParams
    routeQuery(query, given, false)
    const target = targetOf(given.get('u') ?? '')
    const format = pictureFormat(raw.headers.get('accept'))
    const made = await pictures({ target, width, format, signal: raw.signal }).catch((error: unknown) =>
      // Node's adapter aborts with a text, and Hono hands only Errors to onError.
      asFailure(error, raw.signal),
    )
    if (made instanceof Failure && !raw.signal.aborted) throw made
    // Pictures that were found are not news, nor are those that were scrolled past.
    c.set('line', {})
    if (made instanceof Failure) return failureText(made)
    const { bytes, etag } = made
    const headers = { etag, 'cache-control': cacheControl[target.kind], vary: 'Accept' }
    if (notModified(raw.headers, etag)) return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, 'content-type': `image/${format}`, 'content-length': String(bytes.length) },
    })
  })
  app.all(path, (c) => {
    c.set('line', { route: path })
    throw refusedMethod('GET, HEAD')
  })
  app.all('/pictures/*', () => {
    throw notFound()
  })
}
