import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { frames, framing, type Frame } from '#looks/framing.ts'

const pixels = fc.integer({ min: 1, max: 8000 })
const frame = fc.constantFrom<Frame>('16:9', '9:16', '1:1')

test.each([
  { width: 1920, height: 1080, in: '16:9', verdict: 'fits', kept: [1, 1] },
  { width: 1920, height: 1080, in: '1:1', verdict: 'fits', kept: [0.5625, 1] },
  { width: 1920, height: 1080, in: '9:16', verdict: 'fits', kept: [0.316, 1] },
  { width: 1080, height: 1920, in: '9:16', verdict: 'fits', kept: [1, 1] },
  { width: 1080, height: 1920, in: '16:9', verdict: 'cuts', kept: [1, 0.316] },
  { width: 1080, height: 1350, in: '1:1', verdict: 'fits', kept: [1, 0.8] },
  { width: 1080, height: 1350, in: '16:9', verdict: 'cuts', kept: [1, 0.45] },
  { width: 720, height: 720, in: '16:9', verdict: 'cuts', kept: [1, 0.5625] },
  { width: 1100, height: 1000, in: '16:9', verdict: 'tight', kept: [1, 0.619] },
  { width: 1200, height: 1000, in: '16:9', verdict: 'fits', kept: [1, 0.675] },
  { width: 3000, height: 1000, in: '9:16', verdict: 'tight', kept: [0.1875, 1] },
] as const)('$width x $height in $in $verdict', ({ width, height, in: target, verdict, kept }) => {
  const framed = framing(width, height, target)
  expect(framed.verdict).toBe(verdict)
  expect(framed.width).toBeCloseTo(kept[0], 3)
  expect(framed.height).toBeCloseTo(kept[1], 3)
})

test('16:9 is safe from 1.2 times as wide as high, whatever the size', () => {
  fc.assert(
    fc.property(pixels, pixels, (width, height) => {
      fc.pre(width < 3 * height)
      const safe = width * 10 >= height * 12
      expect(framing(width, height, '16:9').verdict === 'fits').toBe(safe)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1600 }), (part) => {
      expect(framing(part * 6, part * 5, '16:9').verdict).toBe('fits')
    }),
  )
})

test('the kept part lies within the picture, has the shape of the frame and touches two sides', () => {
  fc.assert(
    fc.property(pixels, pixels, frame, (width, height, target) => {
      const kept = framing(width, height, target)
      for (const part of [kept.width, kept.height]) {
        expect(part).toBeGreaterThan(0)
        expect(part).toBeLessThanOrEqual(1)
      }
      expect(Math.max(kept.width, kept.height)).toBe(1)
      expect((kept.width * width) / (kept.height * height)).toBeCloseTo(frames[target], 6)
    }),
  )
})
