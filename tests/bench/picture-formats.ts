import sharp, { type Sharp } from 'sharp'
import { launchBrowser } from './launch-browser.ts'

export interface FormatRow {
  name: string
  /** Means of one picture: bytes, and milliseconds in sharp and in Chromium. */
  bytes: number
  encode: number
  decode: number
}

const forms: [name: string, type: string, encode: (image: Sharp) => Sharp][] = [
  ['WebP q75 effort 2', 'image/webp', (image) => image.webp({ quality: 75, effort: 2 })],
  ['WebP q75 effort 4', 'image/webp', (image) => image.webp({ quality: 75, effort: 4 })],
  ['AVIF q50 effort 0', 'image/avif', (image) => image.avif({ quality: 50, effort: 0 })],
  ['AVIF q50 effort 2', 'image/avif', (image) => image.avif({ quality: 50, effort: 2 })],
  ['AVIF q45 effort 4', 'image/avif', (image) => image.avif({ quality: 45, effort: 4 })],
]

/** What each format costs for a box that is `width` pixels wide, resizing included. */
export async function measureFormats(originals: readonly Buffer[], width: number): Promise<FormatRow[]> {
  sharp.concurrency(1)
  sharp.cache(false)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const rows: FormatRow[] = []
    for (const [name, type, encode] of forms) {
      const started = performance.now()
      const made: Buffer[] = []
      for (const original of originals) {
        const box = sharp(original).resize({
          width,
          height: width * 1.25,
          fit: 'outside',
          withoutEnlargement: true,
        })
        made.push(await encode(box).toBuffer())
      }
      const spent = performance.now() - started
      const decode = await page.evaluate(
        async ({ texts, asType }) => {
          const bodies = texts.map(
            (text) => new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], { type: asType }),
          )
          for (const body of bodies) (await createImageBitmap(body)).close()
          const began = performance.now()
          for (let round = 0; round < 3; round += 1)
            for (const body of bodies) (await createImageBitmap(body)).close()
          return (performance.now() - began) / 3 / bodies.length
        },
        { texts: made.map((bytes) => bytes.toString('base64')), asType: type },
      )
      const bytes = made.reduce((sum, { length }) => sum + length, 0)
      rows.push({ name, bytes: bytes / made.length, encode: spent / made.length, decode })
    }
    return rows
  } finally {
    await browser.close()
  }
}
