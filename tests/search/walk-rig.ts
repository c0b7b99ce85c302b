import { createHeygen } from '#heygen/client.ts'
import type { SandboxOptions } from '#sandbox/options.ts'
import { createSandbox } from '#sandbox/sandbox.ts'
import { createBook, type Book } from '#search/catalogue-book.ts'
import { createCatalogueIndex } from '#search/catalogue-index.ts'
import { createPace } from '#search/walk-pace.ts'
import type { WalkStep } from '#search/walk-step.ts'
import { walkCatalogue } from '#search/walk.ts'

export const base = 'http://lookbook.test/api'

/** What a request is answered instead of the sandbox's answer; undefined lets it through. */
export type Instead = (url: URL) => Response | Promise<Response> | undefined

export const urlOf = (input: RequestInfo | URL) => new URL(input instanceof Request ? input.url : input)

/** A fetch that the sandbox answers, and what was asked. */
export function sandboxFetch(options: SandboxOptions = {}, instead: Instead = () => undefined) {
  const sandbox = createSandbox(options)
  const asked: URL[] = []
  let atOnce = 0
  let mostAtOnce = 0
  const send: typeof fetch = async (input, init) => {
    const url = urlOf(input)
    asked.push(url)
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    try {
      init?.signal?.throwIfAborted()
      const answer = await instead(url)
      if (answer) return answer
      url.pathname = url.pathname.replace('/api', '')
      return await sandbox.fetch(new Request(url, { headers: init?.headers ?? {} }))
    } finally {
      atOnce -= 1
    }
  }
  return { send, asked, mostAtOnce: () => mostAtOnce }
}

export const refuse = (status: number, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ data: null, error: { code: 'refused', message: `no: ${status}` } }), {
    status,
    headers,
  })

/** A walk over `send` into a book of its own, or the given one. */
export function rig(send: typeof fetch, book: Book = createBook(createCatalogueIndex())) {
  const steps: WalkStep[] = []
  const holds: (number | null)[] = []
  const pace = createPace((until) => holds.push(until))
  const heygen = createHeygen({ baseUrl: base, fetch: send })
  const walk = (signal = new AbortController().signal, publicOnly = false) =>
    walkCatalogue({
      heygen,
      book,
      pace,
      publicOnly,
      signal,
      take(step) {
        steps.push(step)
        book.apply(step)
      },
    })
  return { book, steps, holds, pace, walk, heygen }
}

export const idsOf = (book: Book) => Array.from(book.index.everyLook(), ({ look }) => look.id).toSorted()
