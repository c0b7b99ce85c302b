// oxlint-disable-next-line import/default -- Vite makes the default export
import workerUrl from './index-worker.ts?worker&url'
import type { FromIndex, ToIndex } from './wire.ts'

declare global {
  /** As much of Trusted Types as is needed. What the policy gives is an object; `Worker` takes it for its address. */
  var trustedTypes:
    | { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): TrustedAddresses }
    | undefined
}

interface TrustedAddresses {
  createScriptURL(url: string): string
}

let policy: TrustedAddresses | undefined

/** The page's content security policy lets no script's address through that a policy has not looked at. */
function trustedWorkerUrl(): string {
  policy ??= globalThis.trustedTypes?.createPolicy('lookbook', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError(`No script of ours: ${url}`)
      return url
    },
  })
  return policy?.createScriptURL(workerUrl) ?? workerUrl
}

/** The way to the index. */
export interface IndexPort {
  post: (message: ToIndex) => void
}

/**
 * Starts the index in a worker of its own; gives the way to it once it runs. Rejects where its code cannot be had,
 * offline or after a new deployment: to try again is up to whoever asked.
 */
export function startIndex(): Promise<(onMessage: (message: FromIndex) => void) => IndexPort> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trustedWorkerUrl(), { type: 'module', name: 'lookbook-index' })
    const started = new AbortController()
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault()
        worker.terminate()
        reject(new Error('The index did not start.'))
      },
      { signal: started.signal },
    )
    worker.addEventListener(
      'message',
      () => {
        started.abort()
        resolve((onMessage) => {
          worker.addEventListener('message', ({ data }: MessageEvent<FromIndex>) => onMessage(data))
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
          return { post: (message) => worker.postMessage(message) }
        })
      },
      { once: true },
    )
  })
}
