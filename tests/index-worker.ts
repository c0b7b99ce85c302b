import { onTestFinished, vi } from 'vitest'
import { createIndexService } from '#search/index-service.ts'
import type { FromIndex, ToIndex } from '#search/wire.ts'

/** A worker as jsdom has none: the same service in the same thread, with messages that are cloned and come later. */
class IndexWorker extends EventTarget {
  readonly #service = createIndexService({
    storage: null,
    locks: null,
    openChannel: null,
    network: window,
    fetch: (input, init) => fetch(input, init),
    post: (message) => this.#say(message),
  })
  constructor() {
    super()
    this.#say({ kind: 'ready' })
  }
  #say(message: FromIndex) {
    const data = structuredClone(message)
    setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })))
  }
  postMessage(message: ToIndex) {
    const data = structuredClone(message)
    if (data.kind !== 'fetched') setTimeout(() => this.#service.receive(data))
  }
  terminate() {
    this.#service.close()
  }
}

/** Without it no catalogue is walked in the tests of pages, so that none is asked for by surprise. */
export function provideIndexWorker(): void {
  vi.stubGlobal('Worker', IndexWorker)
  onTestFinished(() => void vi.unstubAllGlobals())
}
