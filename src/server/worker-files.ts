import { cacheControl, isFolderOfFiles, isPagePath } from './page-path.ts'
import { pageVersion } from './page-version.ts'
import { createPage } from './page.ts'
import { pickerPath } from './picker-headers.ts'

/** Where the platform has the built page's files. */
export interface Assets {
  fetch: (request: Request) => Promise<Response>
}

const passed = [
  'content-type',
  'content-encoding',
  'etag',
  'accept-ranges',
  'content-range',
  'content-length',
]

/**
 * The built page from the platform's assets, with `inject` applied to its index, for the picker too. Null for what is not there; the index
 * stands in for navigations only, so that a missing script is never answered with HTML.
 */
export function createWorkerFiles(assets: Assets, inject: (html: string, picker: boolean) => string) {
  let pages: ReturnType<typeof openPages> | undefined
  const openPages = async () => {
    const response = await assets.fetch(new Request('https://assets.invalid/index.html'))
    const html = await response.text()
    return {
      page: createPage(inject(html, false), false),
      picker: createPage(inject(html, true), false),
      version: pageVersion(html),
    }
  }

  const version = async () => (await (pages ??= openPages())).version
  const files = async (request: Request): Promise<Response | null> => {
    const { pathname, search } = new URL(request.url)
    const isPage = pathname === '/' || pathname === '/index.html'
    if (!isPage) {
      const { method } = request
      const asked = new Headers()
      for (const name of ['if-none-match', 'range', 'if-range']) {
        const value = request.headers.get(name)
        if (value !== null) asked.set(name, value)
      }
      const found = await assets.fetch(
        new Request(`https://assets.invalid${pathname}${search}`, {
          method,
          headers: asked,
          redirect: 'manual',
        }),
      )
      if (found.ok || found.status === 304 || found.status === 416) {
        const headers = new Headers({ 'cache-control': cacheControl(pathname) })
        for (const name of passed) {
          const value = found.headers.get(name)
          if (value !== null) headers.set(name, value)
        }
        return new Response(found.body, { status: found.status, headers })
      }
      await found.body?.cancel()
    }
    if (isFolderOfFiles(pathname) || !isPagePath(pathname)) return null
    const navigates = request.headers.get('accept')?.includes('text/html') ?? false
    if (!navigates && !isPage) return null
    const { page, picker } = await (pages ??= openPages())
    return pathname === pickerPath ? picker(request) : page(request)
  }
  return { files, version }
}
