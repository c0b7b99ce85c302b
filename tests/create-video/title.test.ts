import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleOf } from '#create-video/title.ts'
import { aDraft, aLook } from './samples.ts'

test.each([
  [{ title: '  Spring  ' }, 'Spring'],
  [{ script: 'Hello\n\n there,  all.' }, 'Hello there, all.'],
  [{ way: 'prompt', prompt: 'A tour of the office' }, 'A tour of the office'],
  [{ script: ' ' }, 'Carmen Hall'],
  [{ script: 'w'.repeat(70) }, 'w'.repeat(60)],
  [{ script: `${'w'.repeat(60)} next` }, 'w'.repeat(60)],
  [{ script: `${'w'.repeat(50)} ${'n'.repeat(20)}` }, 'w'.repeat(50)],
  [{ script: `x${'🙂'.repeat(40)}` }, `x${'🙂'.repeat(29)}`],
] as const)('%j is titled %j', (draft, title) => {
  expect(titleOf(aLook(), aDraft(draft))).toBe(title)
})

test('a title from a text is its beginning, in at most 60 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 40, maxLength: 120 }), (script) => {
      const title = titleOf(aLook(), aDraft({ script }))
      if (!script.trim()) return
      expect(title.length).toBeLessThanOrEqual(60)
      expect(script.replace(/\s+/g, ' ').trim().startsWith(title)).toBe(true)
      expect(title.isWellFormed()).toBe(script.isWellFormed())
    }),
  )
})
