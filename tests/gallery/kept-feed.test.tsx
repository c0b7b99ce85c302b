import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { keepFeed, keptFeed } from '#gallery/kept-feed.ts'
import { lookSchema } from '#heygen/schemas/look.ts'
import { lookQueries, type LookFilters } from '#queries/looks.ts'

const all: LookFilters = { type: null, own: null, group: null }
const mine: LookFilters = { ...all, own: 'private' }

const page = (from: number, count: number) => ({
  items: Array.from({ length: count }, (_, index) =>
    lookSchema.parse({ id: `l${from + index}`, name: 'x', avatar_type: 'photo_avatar' }),
  ),
  skipped: 0,
  next: 'on',
  cut: false,
})

/** A list that the page shows. */
function shown(client: QueryClient, filters: LookFilters, pages: ReturnType<typeof page>[]) {
  const { queryKey } = lookQueries.list(filters)
  client.setQueryData(queryKey, { pages, pageParams: pages.map(() => undefined) })
  return new QueryObserver(client, { queryKey, staleTime: Infinity }).subscribe(() => {})
}

test('of the lists on screen the longest is kept, also where it came back as one page', () => {
  const client = new QueryClient()
  const ends = [shown(client, mine, [page(0, 50), page(50, 10)]), shown(client, all, [page(0, 8000)])]
  keepFeed(client)
  expect(keptFeed(all)).toMatchObject({ next: 'on', cut: false })
  expect(keptFeed(all)?.ids).toHaveLength(8000)
  expect(keptFeed(mine)).toBeNull()
  ends.forEach((end) => end())
})

test('a list of one page is not kept, and what was kept before is forgotten', () => {
  const client = new QueryClient()
  const end = shown(client, all, [page(0, 50), page(50, 50)])
  keepFeed(client)
  expect(keptFeed(all)?.ids).toHaveLength(100)
  end()
  const other = new QueryClient()
  const ended = shown(other, all, [page(0, 50)])
  keepFeed(other)
  expect(keptFeed(all)).toBeNull()
  ended()
})

test.each(['', '{', '7', '{"list":"x"}'])('kept nonsense %j is nothing', (written) => {
  sessionStorage.setItem('lookbook.feed', written)
  expect(keptFeed(all)).toBeNull()
})
