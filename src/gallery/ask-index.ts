import { withCatalogue } from '#search/catalogue-state.ts'
import { markWords } from '#search/mark-words.ts'
import type { ListedLook, ListedPerson, SearchAnswer, Watch } from '#search/protocol.ts'
import type { IndexFeed, IndexQuestion } from './index-feed.ts'
import { createIndexedRows } from './indexed-rows.ts'

/** More rows than a window shows at once. */
const firstRows = { from: 0, to: 60 }

/** Asks the index, and gives its answers with the rows that are needed, until `signal` aborts. */
export async function askIndex(
  question: IndexQuestion,
  onFeed: (feed: IndexFeed) => void,
  signal: AbortSignal,
): Promise<void> {
  const catalogue = await withCatalogue((opened) => opened)
  if (signal.aborted) return
  const { query, options } = question
  let newest: SearchAnswer | null = null
  const watching = Promise.withResolvers<Watch>()
  let shown = false

  function show(rows: IndexFeed['rows'], settled: boolean) {
    // The answer before stays until the first rows of this one are there, so that nothing blinks.
    if (signal.aborted || !newest || !(settled || shown)) return
    shown = true
    const { words } = newest
    const marks = words.length > 0 ? (name: string) => markWords(name, words) : undefined
    onFeed({ question, answer: newest, rows, marks })
  }
  const readLooks = async (from: number, to: number) => (await watching.promise).looks(from, to, signal)
  const readPeople = async (from: number, to: number) => (await watching.promise).people(from, to, signal)
  const looks = createIndexedRows<ListedLook>(
    (items, settled) => show({ by: 'looks', items, need: looks.need, read: readLooks }, settled),
    firstRows,
  )
  const people = createIndexedRows<ListedPerson>(
    (items, settled) => show({ by: 'people', items, need: people.need, read: readPeople }, settled),
    firstRows,
  )
  catalogue.watch(
    query,
    options,
    (answer, watch) => {
      newest = answer
      watching.resolve(watch)
      if (!question.rows) show(null, true)
      else if (options.by === 'looks') looks.update(answer.rows, readLooks)
      else people.update(answer.rows, readPeople)
    },
    signal,
  )
}
