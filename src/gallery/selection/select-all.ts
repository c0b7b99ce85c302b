import { selectionText as words } from '#messages/en-selection.ts'
import { withCatalogue } from '#search/catalogue-state.ts'
import type { CatalogueProgress } from '#search/protocol.ts'
import { notify } from '#ui/notices.ts'
import { addLooks } from './add-looks.ts'
import { looksOnPage } from './looks-on-page.ts'
import { selection } from './selection.ts'

/**
 * Milliseconds that a page may take to say what it lists, and an index to open, and then to know all: a small catalogue
 * is read in less.
 */
const patience = 3000

/** Whether there is a list of looks to select all of, and more than one may be. */
export const canSelectAll = () =>
  looksOnPage.loaded() !== null && looksOnPage.query() !== null && selection.rules().max > 1

const isReading = ({ state }: CatalogueProgress) => /opening|walking|waiting/.test(state)

interface Source {
  subscribe: (listener: () => void) => () => void
}

/** Waits until something holds that may at any change of `source`, but not for long. */
function until(source: Source, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      leave()
      clearTimeout(timer)
      resolve()
    }
    const leave = source.subscribe(() => holds() && end())
    const timer = setTimeout(end, patience)
  })
}

const say = (description: string) => notify({ title: words.selected(selection.read().length), description })

let asked: AbortController | null = null

/**
 * Selects all looks that match, those folded away and those not loaded among them. Where not all of them can be known,
 * it selects those that are, and says so.
 */
export async function selectAll(): Promise<void> {
  if (!canSelectAll()) return
  asked?.abort()
  const { signal } = (asked = new AbortController())
  const isDropped = () => signal.aborted
  await until(looksOnPage, () => looksOnPage.query() !== undefined)
  const query = looksOnPage.query()
  const loaded = looksOnPage.loaded()
  if (isDropped() || query === null || !loaded) return
  const selectLoaded = () => {
    addLooks(loaded)
    say(words.absent)
  }
  if (!query) return selectLoaded()
  try {
    const catalogue = await withCatalogue((known) => known)
    await until(catalogue, () => catalogue.readProgress().state !== 'opening')
    let ids = await catalogue.ids(query, signal)
    if (!catalogue.readProgress().whole) {
      // The list on the page may be ahead of the index that is still being read.
      addLooks([...loaded, ...ids])
      const known = selection.read()
      await until(catalogue, () => {
        const progress = catalogue.readProgress()
        return progress.whole || !isReading(progress)
      })
      if (isDropped() || selection.read() !== known) return
      ids = await catalogue.ids(query, signal)
    }
    addLooks(ids)
    const progress = catalogue.readProgress()
    if (!progress.whole) say(isReading(progress) ? words.growing : words.partly)
  } catch {
    if (!isDropped()) selectLoaded()
  }
}
