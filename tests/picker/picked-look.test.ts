import { expect, test } from 'vitest'
import { lookSchema } from '#heygen/schemas/look.ts'
import { pickedLook } from '#picker/picked-look.ts'

const lookWith = (preview: string | null) =>
  lookSchema.parse({
    id: 'look-1',
    name: 'Ann',
    avatar_type: 'photo_avatar',
    group_id: 'g',
    preview_image_url: preview,
    preview_video_url: 'https://files.heygen.ai/a.mp4?Signature=s',
    image_width: 1080,
    image_height: 1920,
    default_voice_id: 'v',
  })

test('the host hears what it needs of a look, and no more', () => {
  expect(pickedLook(lookWith('https://files.heygen.ai/a.webp'), 'https://looks.example')).toEqual({
    id: 'look-1',
    name: 'Ann',
    avatar_type: 'photo_avatar',
    group_id: 'g',
    preview_image_url: 'https://files.heygen.ai/a.webp',
    image_width: 1080,
    image_height: 1920,
  })
})

test.each([
  'https://files.heygen.ai/a.webp?Expires=1&Signature=s&Key-Pair-Id=k',
  'https://files.heygen.ai/a.webp#t',
  'https://looks.example/sandbox/looks/a.webp',
  'http://files.heygen.ai/a.webp',
  'blob:https://looks.example/1',
  'not an address',
  null,
])('%j is no address for another app', (preview) => {
  expect(pickedLook(lookWith(preview), 'https://looks.example')).not.toHaveProperty('preview_image_url')
})
