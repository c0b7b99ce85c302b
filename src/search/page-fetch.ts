import type { FromIndex, ToIndex } from './wire.ts'

// In the static demo a service worker answers what pages ask, and what a worker asks only while a page is in sight. So
// there the page asks for the worker.

type Asked = Extract<FromIndex, { kind: 'fetch' }>
type Fetched = Extract<ToIndex, { kind: 'fetched' }>

/** A `fetch` for GET that has the page ask, by messages. */
export function createPageFetch(post: (message: Asked) => void) {
  const waiting = new Map<number, (fetched: Fetched) => void>()
  let last = 0
  const ask: typeof fetch = (input, init) =>
    new Promise((resolve, reject) => {
      const id = ++last
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true })
      waiting.set(id, ({ answer }) => {
        waiting.delete(id)
        if (answer) resolve(new Response(answer.body, { status: answer.status, headers: answer.headers }))
        else reject(new TypeError('The page got no answer.'))
      })
      const { url, headers } = new Request(input, { headers: init?.headers ?? {} })
      post({ kind: 'fetch', id, url, headers: Object.fromEntries(headers) })
    })
  return { fetch: ask, settle: (fetched: Fetched) => waiting.get(fetched.id)?.(fetched) }
}

/** The page's part of it. */
export async function fetchForIndex({ id, url, headers }: Asked): Promise<Fetched> {
  try {
    const response = await fetch(url, { headers })
    const { status } = response
    const answer = { status, headers: Object.fromEntries(response.headers), body: await response.text() }
    return { kind: 'fetched', id, answer }
  } catch {
    return { kind: 'fetched', id, answer: null }
  }
}
