export type PictureFormat = 'webp' | 'avif'

/**
 * The first of these that the client takes. WebP before AVIF: at equal bytes AVIF takes longer to make and to decode
 * (figures in tests/bench/PICTURES.md).
 */
const preferred: PictureFormat[] = ['webp', 'avif']

/** How much the client wants a type, by the most exact of its ranges (RFC 9110, 12.5.1). */
function qualityOf(type: string, ranges: Map<string, number>): number {
  return ranges.get(type) ?? ranges.get('image/*') ?? ranges.get('*/*') ?? 0
}

/** Every browser that the page is built for shows WebP, so that it is also the answer to one who takes neither. */
export function pictureFormat(accept: string | null): PictureFormat {
  const ranges = new Map(
    (accept ?? '*/*')
      .toLowerCase()
      .split(',')
      .map((entry) => {
        const [range = '', ...params] = entry.split(';').map((part) => part.trim())
        const quality = params.find((param) => param.startsWith('q='))
        return [range, quality === undefined ? 1 : Number(quality.slice(2)) || 0]
      }),
  )
  return preferred.find((format) => qualityOf(`image/${format}`, ranges) > 0) ?? 'webp'
}
