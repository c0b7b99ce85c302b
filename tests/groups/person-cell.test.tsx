import { expect, test, vi } from 'vitest'
import { personCells } from '#groups/person-cell.ts'
import type { ListedPerson } from '#search/protocol.ts'
import { sampleGroup, sampleLook } from '../gallery/look-samples.ts'

const view = { cellWidth: 240, marks: undefined, personOf: undefined }

const looks = (count: number) => Array.from({ length: count }, (_, at) => sampleLook(`l${at}`))
const person = (more: Partial<ListedPerson> = {}): ListedPerson => ({
  group: sampleGroup('p', { name: 'Maya', looks_count: 30 }),
  count: 22,
  looks: looks(6),
  types: ['studio_avatar'],
  shapes: ['16:9', 'portrait'],
  ...more,
})

function setUp(shown: ListedPerson) {
  const cell = personCells.create()
  document.body.replaceChildren(cell.root)
  cell.show(shown, view, false)
  cell.ask(false)
  const cover = () => cell.root.querySelector('.media > img')?.getAttribute('src')
  const thumbs = () =>
    [...cell.root.querySelectorAll('.thumbs > img')].map((image) => image.getAttribute('src'))
  return { cell, cover, thumbs }
}

test('the look that fits best is the cover, with the count, kinds and thumbs of those that match', () => {
  const { cell, cover, thumbs } = setUp(person())
  expect(cover()).toBe('/pictures/l0.webp')
  expect(thumbs()).toEqual([0, 1, 2, 3].map((at) => `/pictures/l${at}.webp`))
  expect(cell.root).toHaveTextContent('22 looks')
  expect(cell.root).toHaveTextContent('+18')
  expect(cell.root).toHaveTextContent('Studio · 16:9, portrait')
})

test('before their looks are known there is what HeyGen says of them, and no strip', () => {
  const { cell, cover, thumbs } = setUp(
    person({
      group: sampleGroup('p', { looks_count: 3, gender: 'female', status: 'pending_consent' }),
      count: 0,
      looks: [],
      types: [],
      shapes: [],
    }),
  )
  expect(cover()).toBe('/pictures/p.webp')
  expect(thumbs()).toEqual([])
  expect(cell.root).toHaveTextContent('3 looks')
  expect(cell.root).toHaveTextContent('Female · Awaiting consent')
  expect(cell.link).not.toHaveAttribute('aria-keyshortcuts')
})

test('when their looks come, the cover changes without a blank', () => {
  const { cell, cover } = setUp(person({ looks: [], types: [], shapes: [] }))
  const blanked = vi.spyOn(HTMLImageElement.prototype, 'removeAttribute')
  cell.show(person(), view, true)
  expect(cover()).toBe('/pictures/l0.webp')
  expect(blanked).not.toHaveBeenCalledWith('src')
})

test('a thumb that is pointed at is the cover, until the pointer has gone', () => {
  const { cell, cover } = setUp(person())
  const thumb = cell.root.querySelectorAll('.thumbs > img')[2]
  cell.point?.(thumb ?? document.body)
  expect(cover()).toBe('/pictures/l2.webp')
  expect(thumb).toHaveAttribute('data-on')
  cell.step?.(null)
  expect(cover()).toBe('/pictures/l0.webp')
  expect(thumb).not.toHaveAttribute('data-on')
})

test('the keyboard steps through the covers, round both ends', () => {
  const { cell, cover } = setUp(person({ looks: looks(3), count: 3 }))
  expect(cell.link).toHaveAttribute('aria-keyshortcuts', ', .')
  const steps = [1, 1, 1, -1, -1].map((by) => {
    cell.step?.(by)
    return cover()
  })
  expect(steps).toEqual([1, 2, 0, 2, 1].map((at) => `/pictures/l${at}.webp`))
})

test('the next person has nothing of the one before', () => {
  const { cell, cover, thumbs } = setUp(person())
  cell.step?.(2)
  cell.show(person({ group: sampleGroup('q'), looks: looks(1), count: 1 }), view, false)
  expect(cover()).toBeNull()
  expect(thumbs()).toEqual([])
  cell.ask(false)
  expect(cover()).toBe('/pictures/l0.webp')
  cell.clear()
  expect(cell.root.querySelectorAll('img[src]')).toHaveLength(0)
})
