/** The address of an image as HeyGen is given it; null where it is none that HeyGen could fetch. */
export function imageHref(typed: string): string | null {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null
  // A name without a dot is of this machine or this network.
  return url?.protocol === 'https:' && url.hostname.includes('.') ? url.href : null
}
