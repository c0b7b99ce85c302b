import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { adoptDraft, forgetDrafts, readDraft, writeDraft } from '#create-video/draft-storage.ts'
import { emptyDraft } from '#create-video/draft.ts'
import { orderFacts } from '#create-video/request.ts'
import { aDraft, aLook, anyDraft } from './samples.ts'

const key = (id: string) => `lookbook.draft.${id}`
const look = aLook()

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a draft is kept for its look alone', () => {
  const draft = aDraft({ background: { kind: 'color', value: '#1f2937' }, speed: 1.25, engine: 'avatar_v' })
  writeDraft(look.id, draft)
  expect(readDraft(look)).toEqual(draft)
  expect(readDraft(aLook({ id: 'other' }))).toEqual(emptyDraft)
})

test.each([
  [{ image_width: 720, image_height: 1280 }, '9:16'],
  [{ image_width: 1280, image_height: 720, preferred_orientation: 'portrait' }, '16:9'],
  [{ image_width: 720, image_height: 720 }, '16:9'],
  [{ preferred_orientation: 'portrait' }, '9:16'],
  [{}, '16:9'],
])('the first draft of a look of %j is %s', (shape, ratio) => {
  expect(readDraft(aLook(shape))).toEqual({ ...emptyDraft, aspectRatio: ratio })
})

test.each(['{', 'null', '7', '[]', '"x"', '{"script":5,"background":{"kind":"lava"},"speed":null}'])(
  'a stored %s reads as the first draft',
  (stored) => {
    localStorage.setItem(key(look.id), stored)
    expect(readDraft(look)).toEqual(emptyDraft)
  },
)

test.each(Object.entries(emptyDraft))('a bad %s costs only itself', (field, first) => {
  const kept = aDraft({ prompt: 'A tour', title: 'T', captions: 'burned', resolution: '4k' })
  localStorage.setItem(key(look.id), JSON.stringify({ ...kept, [field]: { odd: true } }))
  expect(readDraft(look)).toEqual({ ...kept, [field]: first })
})

test('any JSON at all reads as a draft', () => {
  fc.assert(
    fc.property(fc.json(), (stored) => {
      localStorage.setItem(key(look.id), stored)
      expect(Object.keys(readDraft(look))).toEqual(Object.keys(emptyDraft))
    }),
  )
})

test('what is written is read, but for numbers that JSON has no word for', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const numbers = { speed: 1.1, pitch: 2, volume: 0.5 }
      writeDraft(look.id, { ...draft, ...numbers })
      expect(readDraft(look)).toEqual({ ...draft, ...numbers })
    }),
  )
})

test('a signed link is not stored', () => {
  const url = 'https://example.com/a.jpg?Expires=1&Signature=abc'
  writeDraft(look.id, aDraft({ background: { kind: 'image', url } }))
  expect(localStorage.getItem(key(look.id))).not.toContain('abc')
  expect(readDraft(look).background).toEqual({ kind: 'image', url: '' })
})

test('an order brings its draft back', () => {
  const draft = aDraft({ captions: 'burned', expressiveness: 'low' })
  adoptDraft(look, JSON.parse(JSON.stringify(orderFacts(look, draft).draft)))
  expect(readDraft(look)).toEqual(draft)
  adoptDraft(look, { script: 'Only this' })
  expect(readDraft(look)).toEqual({ ...emptyDraft, script: 'Only this' })
  adoptDraft(look, null)
  expect(readDraft(look).script).toBe('Only this')
})

test('fifty drafts are kept, and the oldest go', () => {
  vi.useFakeTimers()
  localStorage.setItem('lookbook.view', '{}')
  localStorage.setItem(key('broken'), '{')
  for (let at = 0; at < 50; at += 1) {
    vi.setSystemTime(1_000_000 + at)
    writeDraft(`look-${at}`, aDraft({ script: `Words ${at}` }))
  }
  vi.setSystemTime(2_000_000)
  writeDraft('look-0', aDraft({ script: 'Changed' }))
  writeDraft('newest', aDraft())
  const kept = Object.keys(localStorage).filter((name) => name.startsWith(key('')))
  expect(kept).toHaveLength(50)
  expect(kept).not.toContain(key('broken'))
  expect(kept).not.toContain(key('look-1'))
  expect(readDraft(aLook({ id: 'look-0' })).script).toBe('Changed')
  expect(localStorage.getItem('lookbook.view')).toBe('{}')
})

test('where storage is full, a draft holds until the page is left', () => {
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  writeDraft('full', aDraft({ script: 'Kept in mind' }))
  expect(readDraft(aLook({ id: 'full' })).script).toBe('Kept in mind')
  full.mockRestore()
  writeDraft('full', aDraft({ script: 'Stored' }))
  expect(readDraft(aLook({ id: 'full' })).script).toBe('Stored')
  expect(localStorage.getItem(key('full'))).toContain('Stored')
})

test('where storage is blocked, the first draft is given', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  expect(readDraft(look)).toEqual(emptyDraft)
  writeDraft('blocked', aDraft({ script: 'Kept in mind' }))
  expect(readDraft(aLook({ id: 'blocked' })).script).toBe('Kept in mind')
})

test('forgotten drafts are gone, stored or not, and nothing else is', () => {
  localStorage.setItem('lookbook.theme', 'dark')
  writeDraft(look.id, aDraft({ script: 'stored' }))
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const held = aLook({ id: 'held' })
  writeDraft(held.id, aDraft({ script: 'in memory' }))
  expect([readDraft(look).script, readDraft(held).script]).toEqual(['stored', 'in memory'])
  forgetDrafts()
  expect([readDraft(look).script, readDraft(held).script]).toEqual(['', ''])
  expect(Object.keys(localStorage)).toEqual(['lookbook.theme'])
})
