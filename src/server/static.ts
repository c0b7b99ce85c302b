import { openAsBlob } from 'node:fs'
import { bestEncoding } from './accept-encoding.ts'
import { parseByteRange } from './byte-range.ts'
import { listDist, type DistEntry } from './dist-files.ts'
import { fileType } from './file-types.ts'
import { notModified } from './not-modified.ts'
import { cacheControl, isFolderOfFiles, isPagePath } from './page-path.ts'
import { createPage } from './page.ts'
import { pickerPath } from './picker-headers.ts'

async function serveFile(
  path: string,
  entry: DistEntry,
  { method, headers: asked }: Request,
): Promise<Response | null> {
  const { type, compressible } = fileType(path)
  const encoding = bestEncoding(asked.get('accept-encoding'))
  const form = (encoding && entry.encoded[encoding]) ?? entry
  const headers = new Headers({ etag: form.etag, 'cache-control': cacheControl(path) })
  if (compressible) headers.set('vary', 'Accept-Encoding')
  else headers.set('accept-ranges', 'bytes')
  if (notModified(asked, form.etag)) return new Response(null, { status: 304, headers })

  headers.set('content-type', type)
  if (form !== entry && encoding) headers.set('content-encoding', encoding)
  const condition = asked.get('if-range')
  const rangeCounts = method === 'GET' && !compressible && (condition === null || condition === form.etag)
  const range = rangeCounts ? parseByteRange(asked.get('range'), form.size) : null
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${form.size}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: form.size - 1 }
  headers.set('content-length', String(end - start + 1))
  if (range) headers.set('content-range', `bytes ${start}-${end}/${form.size}`)
  const status = range ? 206 : 200
  if (method === 'HEAD') return new Response(null, { status, headers })
  try {
    return new Response((await openAsBlob(form.path)).slice(start, end + 1).stream(), { status, headers })
  } catch {
    // Listed at the start and gone since: a new build has other names.
    return null
  }
}

/**
 * The built page under `root`, with `html` as its index, and `pickerHtml` as the picker's. Null for what is not there;
 * the index stands in for navigations only, so that a missing script is never answered with HTML.
 */
export async function createStatic(
  root: string,
  html: string,
  pickerHtml = html,
): Promise<(request: Request) => Promise<Response | null>> {
  const entries = await listDist(root)
  const page = createPage(html)
  const picker = createPage(pickerHtml)
  return async (request) => {
    const { pathname } = new URL(request.url)
    const entry = pathname === '/index.html' ? undefined : entries.get(pathname)
    if (entry) return serveFile(pathname, entry, request)
    if (isFolderOfFiles(pathname) || !isPagePath(pathname)) return null
    const navigates = request.headers.get('accept')?.includes('text/html') ?? false
    if (pathname === pickerPath) return navigates ? picker(request) : null
    return navigates || pathname === '/' || pathname === '/index.html' ? page(request) : null
  }
}
