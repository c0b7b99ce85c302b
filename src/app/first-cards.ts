import { drawFirstGrid } from '#gallery/first-grid.ts'
import { allLooks, readLooks, type LooksPages } from '#queries/looks.ts'
import { selectItems } from '#queries/pages.ts'
import { reloaded } from './reloaded.ts'
// With the entry: a style sheet of its own would hold the code back that it comes with.
import '#gallery/grid.css'
import '#gallery/look-transition.css'
import '#ui/theme.css'

/** Milliseconds that the page waits for looks before it begins without them. */
const patience = 150

/** Until the first picture is on the screen, or a moment has passed: the app's code then has the thread for longer. */
const seen = (picture: HTMLImageElement | null) =>
  new Promise<void>((resolve) => {
    picture?.addEventListener('load', () => requestAnimationFrame(() => setTimeout(resolve)))
    setTimeout(resolve, 120)
  })

/**
 * Draws the first looks, which public/first-page.js has asked for, before React and the app run: their code takes longer
 * than the answer. Gives the looks, so that they are not asked for again; null where there are none yet, or where this
 * load shows something else.
 */
export async function drawFirstCards(): Promise<LooksPages | null> {
  const asked = globalThis.lookbookFirstPage
  // What comes back goes to its place, with the looks it had.
  if (!asked || location.pathname !== '/' || reloaded()) return null
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null))
  const answer = await Promise.race([asked.answer.catch(() => null), late])
  if (!answer?.ok) return null
  try {
    const page = await readLooks(allLooks)
    const looks = { pages: [page], pageParams: [undefined] }
    const { items } = selectItems(looks, ({ id }) => id)
    if (items.length > 0) {
      drawFirstGrid(items, page.next !== null)
      await seen(document.querySelector('.media img'))
    }
    return looks
  } catch {
    // The list asks again, and says what is wrong.
    return null
  }
}
