/** Whose names hold a dot, and who are never stood in for by the page. */
export const isFolderOfFiles = (path: string) => /^\/(?:assets|sandbox)(?:\/|$)|\/\./.test(path)

/** Ids may hold a dot, file names always do. */
export const isPagePath = (path: string) =>
  path === '/' ||
  path === '/index.html' ||
  /^\/(?:looks|people|renders|boards)\/[^/]+$/.test(path) ||
  !path.slice(path.lastIndexOf('/')).includes('.')

/** How long browsers keep a file: names under assets hold a hash of the content. */
export const cacheControl = (path: string) => {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable'
  return path.startsWith('/sandbox/') ? 'public, max-age=3600' : 'no-cache'
}
