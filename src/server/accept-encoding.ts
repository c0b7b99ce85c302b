export type Encoding = 'br' | 'gzip'

/** The best of the two that the client takes; undefined for neither. */
export function bestEncoding(header: string | null): Encoding | undefined {
  const entries = (header ?? '').toLowerCase().split(',')
  const accepts = (encoding: Encoding) =>
    entries.some((entry) => {
      const [name, quality = '1'] = entry.trim().split(/\s*;\s*q=/)
      return name === encoding && Number(quality) > 0
    })
  if (accepts('br')) return 'br'
  return accepts('gzip') ? 'gzip' : undefined
}
