/** The look that the address opens, if any. */
export const openLook = () => new URLSearchParams(location.search).get('look')

/** The address of a look over the address we are at. */
export function addressOf(id: string): string {
  const url = new URL(location.href)
  url.searchParams.set('look', id)
  return url.href
}
