import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { bestEncoding } from './accept-encoding.ts'
import { notModified } from './not-modified.ts'

/**
 * The one HTML page, injected and compressed once; each form has a tag of its own. `compress`: false where the platform
 * does it.
 */
export function createPage(html: string, compress = true): (request: Request) => Response {
  const plain = Buffer.from(html)
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const forms = compress ? { br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }) } : null
  return ({ headers: asked }) => {
    const encoding = compress ? bestEncoding(asked.get('accept-encoding')) : null
    const body = (encoding && forms?.[encoding]) ?? plain
    const etag = `"${hash}${encoding ? `-${encoding}` : ''}"`
    const headers = { etag, 'cache-control': 'no-cache', vary: 'Accept-Encoding' }
    if (notModified(asked, etag)) return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(body), {
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(body.length),
        ...(encoding ? { 'content-encoding': encoding } : {}),
      },
    })
  }
}
