import { expect, test } from 'vitest'
import { readBatch } from '#renders/read-batch.ts'
import { answer } from './show.tsx'

const { signal } = new AbortController()

const page = (from: number, count: number, next: string | null) => ({
  data: {
    batch_id: 'b',
    status: 'processing',
    items: Array.from({ length: count }, (_, at) => ({ item_index: from + at, status: 'queued' })),
    has_more: next !== null,
    next_token: next,
  },
})

test('a batch is read page by page', async () => {
  const asked = answer('/v3/videos/batches/b', ({ url }) =>
    url.includes('token=two') ? page(50, 10, null) : page(0, 50, 'two'),
  )
  const { status, items } = await readBatch('b', { signal })
  expect(status).toBe('processing')
  expect(items.map(({ item_index: index }) => index)).toEqual(Array.from({ length: 60 }, (_, at) => at))
  expect(asked).toEqual(['?limit=100', '?limit=100&token=two'])
})

test('it ends at 100 items, and where a page comes again', async () => {
  const asked = answer('/v3/videos/batches/b', () => page(0, 100, 'more'))
  expect((await readBatch('b', { signal })).items).toHaveLength(100)
  expect(asked).toHaveLength(1)
  const again = answer('/v3/videos/batches/b', () => page(0, 10, 'same'))
  await readBatch('b', { signal })
  expect(again).toHaveLength(2)
})
