import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GridBody } from '#gallery/grid-body.ts'
import { gridLayout } from '#gallery/layout.ts'
import { lookCells } from '#gallery/look-cell.ts'
import type { Look } from '#heygen/schemas/look.ts'
import type { ListedLook } from '#search/protocol.ts'
import { sampleLook } from './look-samples.ts'

/** Five columns in a window of 900 px, which shows three rows of 350 px. */
const layout = gridLayout(1200, 'l')
const { columns, rowPitch } = layout
const view = { cellWidth: layout.cellWidth, marks: undefined, personOf: undefined }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  document.body.replaceChildren()
  window.scrollTo(0, 0)
  vi.runOnlyPendingTimers()
})

const looks = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => sampleLook(String(from + at)))

function setUp(items: readonly (Look | undefined)[]) {
  const root = document.createElement('div')
  document.body.append(root)
  const body = new GridBody<ListedLook>()
  const seen = vi.fn<(rows: { first: number; last: number }) => void>()
  const detach = body.attach(root, { drawn: () => {}, seen, rest: () => {} })
  const show = (next: readonly (Look | undefined)[], columnsNow = layout) => {
    body.update({
      items: next,
      total: next.length,
      cells: lookCells,
      view,
      idOf: (look) => look.id,
      hrefOf: (id) => `/looks/${id}`,
      layout: columnsNow,
      currentId: null,
    })
    body.draw(true)
  }
  show(items)
  const cell = (id: string) => root.querySelector<HTMLElement>(`[data-card="${id}"]`)
  const link = (id: string) => cell(id)?.querySelector('a')
  const ids = () => [...root.querySelectorAll<HTMLElement>('[data-card]')].map((card) => card.dataset.card)
  const pictures = () => root.querySelectorAll('img[src]').length
  return { root, body, show, cell, link, ids, pictures, seen, detach }
}

/** Scrolls in steps of one frame, as a wheel does. */
function scroll(pixels: number, step: number) {
  for (let gone = 0; gone < pixels; gone += step) {
    window.scrollBy({ top: step })
    vi.advanceTimersByTime(16)
  }
}
const rest = () => vi.advanceTimersByTime(1000)

test('a few rows are made and then reused: the nodes stay the same however far it goes', () => {
  const { root, cell } = setUp(looks(2000))
  scroll(5000, 50)
  const made = new Set(root.querySelectorAll('.card'))
  scroll(50_000, 90)
  for (const card of root.querySelectorAll('.card')) expect(made).toContain(card)
  const at = Math.floor(55_000 / rowPitch) * columns
  expect(cell(String(at + columns))).toBeInTheDocument()
})

test('at every step the rows in sight are there, in the places that are theirs', () => {
  const { root } = setUp(looks(500))
  for (const step of [30, 500, 1300]) {
    for (let at = 0; at < 30; at++) {
      scroll(step, step)
      const first = Math.floor(window.scrollY / rowPitch)
      const last = Math.min(99, Math.floor((window.scrollY + 899) / rowPitch))
      for (let row = first; row <= last; row++) {
        const found = root.querySelector<HTMLElement>(`[aria-rowindex="${row + 1}"]`)
        expect(found?.style.transform).toBe(`translateY(${row * rowPitch}px)`)
        expect(
          [...(found?.querySelectorAll<HTMLElement>('.card') ?? [])].map((card) => card.dataset.card),
        ).toEqual(Array.from({ length: columns }, (_, column) => String(row * columns + column)))
      }
    }
    window.scrollTo(0, 0)
    rest()
  }
})

test('while it goes too fast no picture is asked for, and those that left are let go of; then all in sight are', () => {
  const { pictures, root } = setUp(looks(2000))
  rest()
  expect(pictures()).toBeGreaterThanOrEqual(3 * columns)
  scroll(20_000, 400)
  expect(pictures()).toBe(columns)
  const tabStopRow = root.querySelectorAll('[aria-rowindex="1"] img[src]')
  expect(tabStopRow).toHaveLength(columns)
  rest()
  expect(pictures()).toBeGreaterThanOrEqual(4 * columns)
  for (const card of root.querySelectorAll<HTMLElement>('.card'))
    expect(card.querySelector('img')).toHaveAttribute('src', `/pictures/${card.dataset.card}.webp`)
})

test('at a pace that can be followed pictures are asked for at once', () => {
  const { root } = setUp(looks(2000))
  scroll(6000, 60)
  const row = Math.floor(window.scrollY / rowPitch) + 1
  expect(root.querySelectorAll(`[aria-rowindex="${row + 1}"] img[src]`)).toHaveLength(columns)
})

test('under way rows come several at once, and one beyond the window is always there', () => {
  const { root } = setUp(looks(2000))
  scroll(4000, 100)
  const last = () =>
    Math.max(
      ...[...root.querySelectorAll('.grid-row')].map((row) => Number(row.getAttribute('aria-rowindex'))),
    )
  let changes = 0
  let before = last()
  for (let at = 0; at < 105; at++) {
    scroll(100, 100)
    const inSight = Math.ceil((window.scrollY + window.innerHeight) / rowPitch)
    expect(last()).toBeGreaterThan(inSight)
    if (last() !== before) changes++
    before = last()
  }
  // 105 steps of 100 px are thirty rows.
  expect(changes).toBeLessThanOrEqual(15)
})

test('cells take no pointer while they fly by, and take it again when the page rests', () => {
  const { root } = setUp(looks(2000))
  scroll(1000, 50)
  expect(root).not.toHaveAttribute('data-fast')
  scroll(4000, 400)
  expect(root).toHaveAttribute('data-fast')
  rest()
  expect(root).not.toHaveAttribute('data-fast')
})

test('at rest the rows stand in the order they are read in, with some on both sides', () => {
  const { ids } = setUp(looks(2000))
  scroll(9000, 300)
  scroll(-2000, -2000)
  rest()
  const order = ids().map(Number)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const inSight = Math.floor(window.scrollY / rowPitch)
  expect(order).toContain((inSight - 1) * columns)
})

test('the card in focus is never reused, and keeps the focus wherever the page goes', () => {
  const { link } = setUp(looks(2000))
  const focused = link('7')
  focused?.focus()
  scroll(30_000, 90)
  rest()
  scroll(30_000, 900)
  rest()
  expect(focused).toHaveFocus()
  expect(focused).toHaveAttribute('href', '/looks/7')
})

test('the tab stop is one, and can be taken anywhere', () => {
  const { root, body } = setUp(looks(2000))
  const stops = () => [...root.querySelectorAll('[tabindex="0"]')].map((link) => link.getAttribute('href'))
  expect(stops()).toEqual(['/looks/0'])
  body.reveal(1500)
  body.focus(1500)
  expect(document.activeElement).toHaveAttribute('href', '/looks/1500')
  rest()
  expect(stops()).toEqual(['/looks/1500'])
})

test('more items leave those that are there as they are', () => {
  const { root, show } = setUp(looks(12))
  const before = [...root.querySelectorAll('.card')]
  const sources = vi.spyOn(HTMLImageElement.prototype, 'src', 'set')
  show([...looks(12), ...looks(3, 12)])
  expect([...root.querySelectorAll('.card')].slice(0, 12)).toEqual(before.slice(0, 12))
  expect(sources).toHaveBeenCalledTimes(3)
})

test('items that change their places take their nodes and pictures with them, and the focus', () => {
  const { show, cell, link, body } = setUp(looks(15))
  link('11')?.focus()
  const kept = ['2', '3', '11'].map(cell)
  const sources = vi.spyOn(HTMLImageElement.prototype, 'src', 'set')
  show([sampleLook('new'), ...['11', '3', '2'].map((id) => sampleLook(id))])
  expect(['2', '3', '11'].map(cell)).toEqual(kept)
  expect(sources.mock.calls).toEqual([['/pictures/new.webp']])
  expect(link('11')).toHaveFocus()
  expect(body.active).toBe(1)
})

test('where the card in focus is gone, the one in its place has the focus', () => {
  const { show, link } = setUp(looks(15))
  link('4')?.focus()
  show(looks(3))
  expect(link('2')).toHaveFocus()
})

test('a hole is a place that says that it is loading; what comes takes it without another node', () => {
  const { root, show } = setUp([sampleLook('0'), undefined, sampleLook('2')])
  const [, hole] = root.querySelectorAll('.card')
  expect(hole).toHaveClass('skeleton')
  expect(hole).toHaveAccessibleName('Loading')
  expect(hole?.querySelector('a')).not.toHaveAttribute('href')
  show(looks(3))
  const [, come] = root.querySelectorAll('.card')
  expect(come).toBe(hole)
  expect(come).not.toHaveClass('skeleton')
  expect(come?.querySelector('a')).toHaveAttribute('href', '/looks/1')
})

test('fewer items leave no card behind', () => {
  const { root, show, ids } = setUp(looks(100))
  show(looks(3))
  expect(ids()).toEqual(['0', '1', '2'])
  expect(root.querySelectorAll('.card:not([hidden])')).toHaveLength(3)
  show([])
  expect(root.children).toHaveLength(0)
})

test('other columns show the same items, in other rows', () => {
  const { root, show, ids } = setUp(looks(100))
  const narrow = gridLayout(500, 'l')
  show(looks(100), narrow)
  expect(root.firstElementChild?.querySelectorAll('.card')).toHaveLength(narrow.columns)
  expect(ids().slice(0, 6)).toEqual(['0', '1', '2', '3', '4', '5'])
})

test('what is drawn is told once a frame, and only when it is something else', () => {
  const { seen } = setUp(looks(2000))
  vi.advanceTimersByTime(16)
  seen.mockClear()
  scroll(64, 16)
  rest()
  seen.mockClear()
  scroll(rowPitch * 3, rowPitch)
  expect(seen.mock.calls.length).toBeLessThanOrEqual(3)
  rest()
  const row = Math.floor(window.scrollY / rowPitch)
  expect(seen.mock.lastCall?.[0]).toMatchObject({ first: row - 1 })
})

test('after its end it follows no more', () => {
  const { detach, ids } = setUp(looks(2000))
  rest()
  const before = ids()
  detach()
  scroll(5000, 100)
  rest()
  expect(ids()).toEqual(before)
})
