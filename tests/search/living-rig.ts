import { onTestFinished } from 'vitest'
import { createHeygen } from '#heygen/client.ts'
import { createCatalogueIndex } from '#search/catalogue-index.ts'
import { createLivingCatalogue, type LivingParts } from '#search/living-catalogue.ts'
import type { CatalogueProgress } from '#search/protocol.ts'
import { base } from './walk-rig.ts'

const origin = 'http://lookbook.test'

/** A tab over `send`, closed after the test. Alone, and without storage, where nothing else is said. */
export function openTab(send: typeof fetch, parts: Partial<LivingParts> = {}) {
  const waiting = new Set<() => void>()
  const check = () => {
    for (const look of waiting) look()
  }
  const tab = createLivingCatalogue({
    index: createCatalogueIndex(),
    heygen: createHeygen({ baseUrl: base, fetch: send }),
    publicOnly: false,
    account: 'test',
    origin,
    storage: null,
    locks: null,
    openChannel: null,
    network: new EventTarget(),
    onGrowth: check,
    onProgress: check,
    ...parts,
  })
  onTestFinished(() => tab.close())
  /** Resolves once the progress is as wanted. */
  const until = (wanted: (progress: CatalogueProgress) => boolean) =>
    new Promise<CatalogueProgress>((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`It never came to ${String(wanted)}: ${JSON.stringify(tab.readProgress())}`))
      }, 20_000)
      const look = () => {
        const progress = tab.readProgress()
        if (!wanted(progress)) return
        clearTimeout(late)
        waiting.delete(look)
        resolve(progress)
      }
      waiting.add(look)
      look()
    })
  const over = () => until(({ state }) => state === 'done')
  return { ...tab, tab, until, over }
}
