import { soon } from './soon.ts'
import { selectors } from './targets.ts'
import { openBrowser } from './visit.ts'

/** How a page draws a picture, with `{url}`, `{encoded}` or `{encoded whole}` where the look's own address goes. */
export interface PictureTemplate {
  src: string
  srcset: string
  sizes: string
}

/**
 * Takes a picture's own address out of what an `img` has for it; null where it is not in there. The app may have made
 * it whole with its origin, which is another one in each visit.
 */
export function templateOf(drawn: PictureTemplate, url: string, origin: string): PictureTemplate | null {
  const whole = new URL(url, origin).href
  const open = (text: string) =>
    text
      .replaceAll(encodeURIComponent(whole), '{encoded whole}')
      .replaceAll(encodeURIComponent(url), '{encoded}')
      .replaceAll(whole, '{url}')
      .replaceAll(url, '{url}')
      .replaceAll(origin, '')
  const template = { ...drawn, src: open(drawn.src), srcset: open(drawn.srcset) }
  return /\{(url|encoded)/.test(template.src + template.srcset) ? template : null
}

/** What the peers' pages are told by their address. */
export function pictureQuery({ src, srcset, sizes }: PictureTemplate): string {
  const query = new URLSearchParams({ src })
  if (srcset) query.set('srcset', srcset)
  if (sizes) query.set('sizes', sizes)
  return `?${query}`
}

/**
 * Reads from the app's first card how it draws pictures, so that the peers draw the same files. The visit warms what
 * the machine keeps of files and pictures, for all that come after it.
 */
export async function readPictures(origin: string): Promise<PictureTemplate> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    // The app's own request, for the address of the picture as the API gives it.
    const answered = page.waitForResponse((response) => response.url().includes('/api/v3/avatars/looks'))
    await page.goto(origin)
    const image = page.locator(`${selectors.card} img`).first()
    await image.waitFor({ timeout: 15_000 })
    const { drawn, id } = await image.evaluate((element) => ({
      drawn: {
        src: element.getAttribute('src') ?? '',
        srcset: element.getAttribute('srcset') ?? '',
        sizes: element.getAttribute('sizes') ?? '',
      },
      id: element.closest('[data-card]')?.getAttribute('data-card'),
    }))
    const answer = await soon(answered, 5000, 'The app has asked for no looks.')
    const { data }: { data: { id: string; preview_image_url: string }[] } = await answer.json()
    const url = data.find((look) => look.id === id)?.preview_image_url
    const template = url === undefined ? null : templateOf(drawn, url, origin)
    if (!template) throw new Error('The first card shows no picture of its look: use --pictures original.')
    return template
  } finally {
    await browser.close()
  }
}
