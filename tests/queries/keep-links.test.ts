import { expect, test } from 'vitest'
import { lookSchema } from '#heygen/schemas/look.ts'
import { keepLinks } from '#queries/keep-links.ts'

const look = (picture: string | null, clip: string | null = null) =>
  lookSchema.parse({ id: 'a', preview_image_url: picture, preview_video_url: clip })

const file = 'https://files2.heygen.ai/a.webp'

test.each([
  [
    'the same file signed anew keeps its link',
    `${file}?Signature=2`,
    `${file}?Signature=1`,
    `${file}?Signature=1`,
  ],
  ['another file is taken', `${file}?v=1`, 'https://files2.heygen.ai/b.webp?v=1', `${file}?v=1`],
  ['a file that is gone is gone', null, `${file}?Signature=1`, null],
  ['a file that has come is shown', `${file}?Signature=2`, null, `${file}?Signature=2`],
])('%s', (_, fresh, shown, expected) => {
  expect(keepLinks(look(fresh), look(shown)).preview_image_url).toBe(expected)
  expect(keepLinks(look(null, fresh), look(null, shown)).preview_video_url).toBe(expected)
})

test('all else is as it is now', () => {
  const fresh = { ...look(null), name: 'New', status: 'completed' }
  expect(keepLinks(fresh, look(`${file}?Signature=1`))).toEqual(fresh)
})
