/** Gives the address a page may load for a URL from upstream, or null where it may not. */
export type MediaGuard = (url: string | null) => string | null

/** `https://*.heygen.ai` stands for every host below heygen.ai, as in a CSP source list. */
function matcher(source: string): (url: URL) => boolean {
  const wild = /^(https?:)\/\/\*\.([^/]+)$/.exec(source)
  if (wild) return (url) => url.protocol === wild[1] && url.host.endsWith(`.${wild[2]}`)
  // The origin of a blob: address is that of its maker.
  return (url) => url.origin === source && source.startsWith(url.protocol)
}

/** Whether a URL belongs to one of the listed sources. */
export function createSourceMatcher(sources: readonly string[]): (url: URL) => boolean {
  const listed = sources.map(matcher)
  return (url) => listed.some((matches) => matches(url))
}

/**
 * Lets through paths of `page`'s own origin, which the sandbox gives, and URLs of the listed sources without
 * credentials. Words that stand where an address should are neither: as a relative URL they would load this page.
 */
export function createMediaGuard(page: string, sources: readonly string[]): MediaGuard {
  const own = new URL(page).origin
  const isListed = createSourceMatcher(sources)
  return (raw) => {
    if (!raw) return null
    // `//host` and `/\host` are another origin, and browsers drop tabs and newlines before they look.
    if (/^\/[^/\\\s]/.test(raw)) return new URL(raw, own).href
    // URL.parse is younger than the browsers the page is built for.
    if (!URL.canParse(raw)) return null
    const url = new URL(raw)
    return !url.username && !url.password && isListed(url) ? url.href : null
  }
}
