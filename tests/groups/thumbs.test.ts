import { expect, test } from 'vitest'
import { thumbsFor } from '#groups/thumbs.ts'

test.each([
  { looks: 0, count: 12, width: 240, shown: 0, rest: 0 },
  { looks: 1, count: 1, width: 240, shown: 0, rest: 0 },
  { looks: 2, count: 2, width: 240, shown: 2, rest: 0 },
  { looks: 5, count: 5, width: 240, shown: 5, rest: 0 },
  { looks: 6, count: 6, width: 240, shown: 4, rest: 2 },
  { looks: 6, count: 22, width: 240, shown: 4, rest: 18 },
  // Not all of those that match are here.
  { looks: 3, count: 5, width: 240, shown: 3, rest: 2 },
  { looks: 6, count: 22, width: 160, shown: 3, rest: 19 },
  { looks: 6, count: 22, width: 128, shown: 2, rest: 20 },
  { looks: 6, count: 22, width: 100, shown: 0, rest: 0 },
])(
  '$looks looks of $count at $width px are $shown thumbs and +$rest',
  ({ looks, count, width, ...thumbs }) => {
    expect(thumbsFor(looks, count, width)).toEqual(thumbs)
  },
)
