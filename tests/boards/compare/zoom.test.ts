import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clampZoom,
  mostZoom,
  panBy,
  pictureAt,
  toggleZoom,
  transformOf,
  wholePicture,
  zoomBy,
} from '#boards/compare/zoom.ts'

const part = fc.double({ min: 0, max: 1, noNaN: true })
const point = fc.record({ x: part, y: part })
const zoom = fc
  .record({ scale: fc.double({ min: 1, max: mostZoom, noNaN: true }), x: part, y: part })
  .map(clampZoom)

const corners = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
]

test('whatever is done, the frame stays full of the picture', () => {
  const act = fc.oneof(
    fc.tuple(fc.constant('zoom' as const), fc.double({ min: 0.1, max: 10, noNaN: true }), point),
    fc.tuple(fc.constant('pan' as const), fc.double({ min: -2, max: 2, noNaN: true }), point),
  )
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      let now = wholePicture
      for (const [what, size, at] of acts)
        now = what === 'zoom' ? zoomBy(now, size, at) : panBy(now, { x: size, y: -size * at.y })
      expect(now.scale).toBeGreaterThanOrEqual(1)
      expect(now.scale).toBeLessThanOrEqual(mostZoom)
      for (const corner of corners) {
        const { x, y } = pictureAt(now, corner)
        for (const value of [x, y]) {
          expect(value).toBeGreaterThanOrEqual(-1e-9)
          expect(value).toBeLessThanOrEqual(1 + 1e-9)
        }
      }
    }),
  )
})

test('enlarging keeps the point under the pointer where it is', () => {
  fc.assert(
    fc.property(zoom, point, fc.double({ min: 1, max: 3, noNaN: true }), (before, at, factor) => {
      const after = zoomBy(before, factor, at)
      expect(pictureAt(after, at).x).toBeCloseTo(pictureAt(before, at).x, 6)
      expect(pictureAt(after, at).y).toBeCloseTo(pictureAt(before, at).y, 6)
    }),
  )
})

test('a drag moves the picture with the hand, as far as its edge', () => {
  const near = { scale: 2, x: 0.5, y: 0.5 }
  expect(panBy(near, { x: 0.2, y: 0 })).toEqual({ scale: 2, x: 0.4, y: 0.5 })
  expect(panBy(near, { x: 5, y: 0 })).toEqual({ scale: 2, x: 0.25, y: 0.5 })
})

test('a double click enlarges at its point, and the next one shows the whole', () => {
  const near = toggleZoom(wholePicture, { x: 0, y: 1 })
  expect(near).toEqual({ scale: 2.5, x: 0.2, y: 0.8 })
  expect(toggleZoom(near, { x: 0.5, y: 0.5 })).toEqual(wholePicture)
})

test('as a transform it puts the middle of what is seen into the middle of the frame', () => {
  expect(transformOf(wholePicture)).toBe('translate(0%, 0%) scale(1)')
  expect(transformOf({ scale: 2, x: 0.25, y: 0.75 })).toBe('translate(50%, -50%) scale(2)')
})
