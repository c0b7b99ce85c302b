import { expect, test } from 'vitest'
import { emptyRecord } from '#search/catalogue-record.ts'
import { packRecord, readRecord } from '#search/kept-record.ts'
import { packLooks, readLooks } from '#search/kept-rows.ts'

const origin = 'http://lookbook.test'

const look = {
  id: '__proto__',
  name: '\t"A\u0000\u2028 name"',
  avatar_type: 'hologram',
  group_id: 'g~"',
  gender: null,
  preview_image_url: `${origin}/picture?w=240`,
  preview_video_url: 'https://files2.heygen.ai/a.mp4?Expires=1&Signature=abc#t=1',
  default_voice_id: '',
  tags: ['a,b', ''],
  supported_api_engines: [],
  image_width: 1,
  image_height: null,
  preferred_orientation: 'portrait',
  status: 'failed',
  error: { code: 'moderation_failed', message: 'no' },
}

test('rows come back as they were, but for signatures of others', () => {
  const rows = [
    { look, own: true, walk: 7 },
    { look: { ...look, id: 'b', preview_video_url: null, error: null }, own: false, walk: 6 },
  ]
  const back = readLooks(packLooks(rows, origin))
  expect(back).toEqual([
    { look: { ...look, preview_video_url: 'https://files2.heygen.ai/a.mp4' }, own: true, walk: 7 },
    rows[1],
  ])
})

test('an address that only begins like our own is not our own', () => {
  const url = 'http://lookbook.test.evil.example/a?Signature=b'
  const [back] = readLooks(
    packLooks([{ look: { ...look, preview_image_url: url }, own: false, walk: 1 }], origin),
  )
  expect(back?.look.preview_image_url).toBe('http://lookbook.test.evil.example/a')
})

test('a record comes back as it was', () => {
  const record = {
    ...emptyRecord(),
    seq: 9,
    endedAt: 5,
    walkedAt: null,
    whole: true,
    missing: 3,
    walk: {
      at: 4,
      listings: new Map([
        ['groups all', { next: null, end: 'whole' as const, skipped: 0 }],
        ['person __proto__', { next: 'token', end: null, skipped: 2 }],
      ]),
    },
    changes: {
      since: 2,
      added: ['a'],
      changed: ['b', 'c'],
      removed: [{ id: 'd', name: 'D' }],
      counts: { added: 1, changed: 2, removed: 600 },
    },
  }
  expect(readRecord(packRecord(record))).toEqual(record)
  expect(readRecord(packRecord(emptyRecord()))).toMatchObject({ walk: null, seq: 0 })
})

test.each([
  undefined,
  7,
  'null',
  '[]',
  '{}',
  packRecord(emptyRecord()).replace('[null,[]', '["a",[]'),
  packRecord({ ...emptyRecord(), walk: { at: 1, listings: new Map() } }).replace(
    '[1,[]]',
    '[1,[["a",null,"odd",0]]]',
  ),
])('a record that is %j is refused', (stored) => {
  expect(() => readRecord(stored)).toThrow(/where a|no end of/)
})
