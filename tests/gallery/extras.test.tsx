import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createExtras } from '#gallery/extras.ts'
import { GridBody } from '#gallery/grid-body.ts'
import { gridLayout } from '#gallery/layout.ts'
import { lookCells } from '#gallery/look-cell.ts'
import type { ListedLook } from '#search/protocol.ts'
import { sampleLook } from './look-samples.ts'

const layout = gridLayout(1200, 'l')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => document.body.replaceChildren())

const withClip = (id: string): ListedLook => ({
  ...sampleLook(id),
  preview_video_url: `http://localhost/${id}.mp4`,
})

/** A grid of five looks with clips, and what its cards can do beside being opened. */
function setUp() {
  const root = document.createElement('div')
  document.body.append(root)
  const body = new GridBody<ListedLook>()
  body.attach(root, { drawn: () => {}, seen: () => {}, rest: () => {} })
  const items = ['a', 'b', 'c', 'd', 'e'].map(withClip)
  body.update({
    items,
    total: items.length,
    cells: lookCells,
    view: { cellWidth: layout.cellWidth, marks: undefined, personOf: undefined },
    idOf: (look) => look.id,
    hrefOf: (id) => `/looks/${id}`,
    layout,
    currentId: null,
  })
  body.draw(true)
  const extras = createExtras()
  const end = extras.attach(root, body)
  const card = (id: string) => root.querySelector<HTMLElement>(`[data-card="${id}"]`) ?? root
  /** The mouse rests on a card. */
  const rest = (id: string) => {
    card(id).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))
    vi.advanceTimersByTime(1000)
  }
  const clips = () => [...root.querySelectorAll('video')].map(({ src }) => new URL(src).pathname)
  return { root, body, extras, end, card, rest, clips }
}

test('clips play under a mouse where that is the choice and no look is open beside the grid', () => {
  const { extras, rest, clips } = setUp()
  rest('a')
  expect(clips()).toEqual([])
  extras.set('hover', false)
  rest('b')
  expect(clips()).toEqual(['/b.mp4'])
  extras.set('hover', true)
  expect(clips()).toEqual([])
  rest('c')
  expect(clips()).toEqual([])
  extras.set('hover', false)
  rest('d')
  expect(clips()).toEqual(['/d.mp4'])
  extras.set('click', false)
  rest('e')
  expect(clips()).toEqual([])
})

test('a button or Space plays a clip but where clips are off', () => {
  const { extras, card, clips } = setUp()
  extras.set('off', false)
  extras.toggle(card('a'))
  expect(clips()).toEqual([])
  extras.set('click', false)
  extras.toggle(card('a'))
  expect(clips()).toEqual(['/a.mp4'])
})

test('a grid that comes in place of another plays as the one before', () => {
  const { root, body, extras, end, rest, clips } = setUp()
  extras.set('hover', false)
  end()
  rest('a')
  expect(clips()).toEqual([])
  extras.attach(root, body)
  rest('b')
  expect(clips()).toEqual(['/b.mp4'])
})

test('a look that opens or closes changes nothing of what the cards say of the selection', () => {
  const { root, extras } = setUp()
  extras.set('hover', false)
  const watch = new MutationObserver(() => {})
  watch.observe(root, { attributes: true, subtree: true })
  extras.set('hover', true)
  extras.set('hover', false)
  expect(watch.takeRecords()).toEqual([])
  expect(root.querySelectorAll('[aria-selected=false]')).toHaveLength(5)
})
