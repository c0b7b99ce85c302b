import { createHeygen } from '#heygen/client.ts'
import { createMediaGuard } from '#heygen/media-url.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { createCatalogueIndex } from './catalogue-index.ts'
import { freshFetch } from './fresh-fetch.ts'
import { createLivingCatalogue, type LivingCatalogue, type LivingParts } from './living-catalogue.ts'
import type { CatalogueChanges, CatalogueProgress } from './protocol.ts'
import { createWatches, type Watches } from './watches.ts'
import type { CallResult, FromIndex, IndexCall, ToIndex } from './wire.ts'

/** Milliseconds between two notes of how far the walk is. */
const progressPause = 200

export interface ServiceParts extends Pick<LivingParts, 'storage' | 'locks' | 'openChannel' | 'network'> {
  post: (message: FromIndex) => void
  fetch: typeof fetch
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

function readChanges({ book }: LivingCatalogue): CatalogueChanges {
  const { since, added, changed, removed, counts } = book.record.changes
  const known = (ids: string[]): Look[] => ids.flatMap((id) => book.index.look(id)?.look ?? [])
  return { since, added: known(added), changed: known(changed), removed, counts }
}

/** The index behind its messages: takes what the page says, and answers by `post`. */
export function createIndexService({ post, fetch: send, ...browser }: ServiceParts) {
  const index = createCatalogueIndex()
  let headers: Record<string, string> = {}
  let living: LivingCatalogue | null = null
  let progressTimer: ReturnType<typeof setTimeout> | undefined
  /** Of an answer that failed: it is told with the progress, since a question waits for nothing. */
  let failure: string | null = null

  let told: CatalogueProgress['state'] | null = null

  function tellProgress() {
    clearTimeout(progressTimer)
    progressTimer = undefined
    const progress = living?.readProgress()
    told = progress?.state ?? null
    if (progress) post({ kind: 'progress', progress: { ...progress, error: progress.error ?? failure } })
  }

  const watches: Watches = createWatches({
    index,
    isGrowing: () => /opening|walking|waiting/.test(living?.readState() ?? 'opening'),
    onAnswer: (watch, answer) => post({ kind: 'answer', watch, answer }),
    onError: (error) => {
      failure = words(error)
      tellProgress()
    },
  })

  function start({ settings, headers: first, hidden }: Extract<ToIndex, { kind: 'start' }>) {
    const { baseUrl, pageUrl, mediaHosts, account, publicOnly } = settings
    headers = first
    const media = createMediaGuard(pageUrl, mediaHosts)
    living = createLivingCatalogue({
      ...browser,
      index,
      heygen: createHeygen({ baseUrl, headers: () => headers, fetch: freshFetch(send), media }),
      publicOnly,
      account,
      origin: new URL(pageUrl).origin,
      onGrowth: () => watches.grow(),
      onProgress() {
        // Counts may come a little late, a stop or an end may not.
        if (living?.readState() !== told) tellProgress()
        else progressTimer ??= setTimeout(tellProgress, progressPause)
      },
    })
    living.setHidden(hidden)
    tellProgress()
    void living.open().then(tellProgress)
  }

  function callIndex(call: IndexCall): CallResult {
    switch (call.name) {
      case 'looks':
        return { name: 'looks', value: watches.looks(call.watch, call.from, call.to) }
      case 'people':
        return { name: 'people', value: watches.people(call.watch, call.from, call.to) }
      case 'findPeople':
        return { name: 'findPeople', value: index.findPeople(call.query, call.typed, call.limit) }
      case 'suggest':
        return { name: 'suggest', value: index.suggest(call.typed, call.limit) }
      case 'byId':
        return { name: 'byId', value: call.ids.map((id) => index.look(id)?.look) }
      case 'ids':
        return { name: 'ids', value: index.ids(call.query) }
      case 'countAmong':
        return { name: 'countAmong', value: index.countAmong(call.query, call.ids) }
      case 'cross':
        return { name: 'cross', value: index.cross(call.query, call.facets) }
      case 'changes':
        break
    }
    if (!living) throw new Error('The catalogue is not open yet.')
    return { name: 'changes', value: readChanges(living) }
  }

  function receive(message: Exclude<ToIndex, { kind: 'fetched' }>) {
    switch (message.kind) {
      case 'start':
        return start(message)
      case 'headers':
        headers = message.headers
        return undefined
      case 'sight':
        return living?.setHidden(message.hidden)
      case 'walk':
        return living?.walk()
      case 'stop':
        return living?.stop()
      case 'watch':
        return watches.add(message.watch, message.query, message.options)
      case 'unwatch':
        return watches.remove(message.watch)
      case 'call':
        try {
          return post({ kind: 'result', id: message.id, result: callIndex(message.call) })
        } catch (error) {
          return post({ kind: 'failed', id: message.id, message: words(error) })
        }
    }
  }

  return { receive, close: () => living?.close() }
}
