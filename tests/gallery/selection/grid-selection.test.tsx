import { fireEvent } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GridBody } from '#gallery/grid-body.ts'
import { gridLayout } from '#gallery/layout.ts'
import { lookCells } from '#gallery/look-cell.ts'
import { GridSelection, isOfLooks } from '#gallery/selection/grid-selection.ts'
import { selection } from '#gallery/selection/selection.ts'
import { personCells } from '#groups/person-cell.ts'
import type { ListedLook, ListedPerson } from '#search/protocol.ts'
import { notices } from '#ui/notices.ts'
import { sampleLook } from '../look-samples.ts'

/** Five columns. */
const layout = gridLayout(1200, 'l')
const view = { cellWidth: layout.cellWidth, marks: undefined, personOf: undefined }
const content = {
  view,
  hrefOf: (id: string) => `/looks/${id}`,
  layout,
  currentId: null,
}

let leave = () => {}
beforeEach(() => selection.clear())
afterEach(() => {
  leave()
  document.body.replaceChildren()
  notices.take()
})

/** A grid of looks that are called by their numbers, with what selects in it. */
function setUp(items: readonly (ListedLook | undefined)[] = looks(15)) {
  const root = document.createElement('div')
  document.body.append(root)
  const body = new GridBody<ListedLook>()
  const selecting = new GridSelection()
  const detach = body.attach(root, { drawn: () => selecting.draw(), seen: () => {}, rest: () => {} })
  const show = (next: readonly (ListedLook | undefined)[]) => {
    body.update({ ...content, items: next, total: next.length, cells: lookCells, idOf: (look) => look.id })
    body.draw(true)
  }
  show(items)
  const end = selecting.attach(root, body)
  leave = () => {
    end()
    detach()
  }
  const card = (id: string) => root.querySelector<HTMLElement>(`[data-card="${id}"]`) ?? root
  const link = (id: string) => card(id).querySelector('a') ?? root
  const marked = (name: string) =>
    [...root.querySelectorAll<HTMLElement>(`[${name}]`)].map(({ dataset }) => dataset['card'])
  return { root, show, card, link, marked, user: userEvent.setup() }
}

const looks = (count: number): ListedLook[] =>
  Array.from({ length: count }, (_, at) => sampleLook(String(at)))

test('x selects the card in focus and lets go of it, and the cell says so', async () => {
  const { root, link, card, user } = setUp()
  expect(root).toHaveAttribute('aria-multiselectable', 'true')
  expect(card('2')).toHaveAttribute('aria-selected', 'false')
  link('2').focus()
  await user.keyboard('x')
  expect(selection.read()).toEqual(['2'])
  expect(card('2')).toHaveAttribute('aria-selected', 'true')
  await user.keyboard('x')
  expect(selection.read()).toEqual([])
})

test('within a word that is typed, x is a letter', async () => {
  const { link, user } = setUp()
  link('2').focus()
  await user.keyboard('lex')
  expect(selection.read()).toEqual([])
})

test('Shift with x selects up to the card in focus, whichever way', async () => {
  const { link, user } = setUp()
  link('6').focus()
  await user.keyboard('x')
  link('3').focus()
  await user.keyboard('{Shift>}X{/Shift}')
  expect(selection.read()).toEqual(['6', '3', '4', '5'])
})

test('Shift with arrows extends the selection, and takes back what it added', async () => {
  const { link, user } = setUp()
  link('4').focus()
  await user.keyboard('x')
  link('1').focus()
  await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}')
  expect(selection.read().toSorted()).toEqual(['1', '2', '3', '4'])
  expect(link('3')).toHaveFocus()
  await user.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}')
  expect(selection.read().toSorted()).toEqual(['1', '4'])
})

test('while Shift is held the range is shown before the click', async () => {
  const { root, card, link, marked, user } = setUp()
  link('7').focus()
  await user.keyboard('x')
  // A range ends where the focus is, where no pointer is.
  link('5').focus()
  await user.keyboard('{Shift>}')
  expect(marked('data-in-range')).toEqual(['5', '6', '7'])
  expect(marked('data-selected')).toEqual(['7'])
  await user.keyboard('{/Shift}')
  expect(marked('data-in-range')).toEqual([])
  fireEvent.click(link('5'), { shiftKey: true, detail: 1 })
  await expect.poll(() => selection.read()).toEqual(['7', '5', '6'])
  expect(root).toHaveAttribute('data-selecting')
  expect(card('6')).toHaveAttribute('data-selected')
})

test('a plain click is the link’s, Shift with Enter too', () => {
  const { root, link } = setUp()
  selection.add(['0'])
  const passed: boolean[] = []
  root.addEventListener('click', (event) => {
    passed.push(!event.defaultPrevented)
    event.preventDefault()
  })
  fireEvent.click(link('3'), { detail: 1, clientX: 300, clientY: 300 })
  fireEvent.click(link('3'), { detail: 0, shiftKey: true })
  expect(passed).toEqual([true, true])
  expect(selection.read()).toEqual(['0'])
})

test('a finger toggles once something is selected', () => {
  const { link } = setUp()
  const tap = (id: string) => {
    fireEvent.pointerDown(link(id), { pointerType: 'touch', isPrimary: true })
    fireEvent.pointerUp(link(id), { pointerType: 'touch' })
    return fireEvent.click(link(id), { detail: 1 })
  }
  expect(selection.read()).toEqual([])
  selection.add(['0'])
  // False: what the link would do is prevented.
  expect(tap('2')).toBe(false)
  tap('0')
  expect(selection.read()).toEqual(['2'])
})

test('the anchor is found again where the list is another', async () => {
  const { show, link, user } = setUp()
  link('9').focus()
  await user.keyboard('x')
  show(looks(15).filter((_, at) => at % 3 === 0))
  link('3').focus()
  await user.keyboard('{Shift>}X{/Shift}')
  expect(selection.read()).toEqual(['9', '3', '6'])
})

test('rows that no index can give are left out of a range, and that is said', async () => {
  const { link, user } = setUp(looks(15).map((look, at) => (at === 5 ? undefined : look)))
  link('4').focus()
  await user.keyboard('x')
  link('6').focus()
  await user.keyboard('{Shift>}X{/Shift}')
  await expect.poll(() => selection.read()).toEqual(['4', '6'])
  expect(notices.take()).toHaveLength(1)
})

test('where one look may be selected, another takes its place', async () => {
  const back = selection.begin([], { max: 1, kept: false })
  const { link, user } = setUp()
  link('4').focus()
  await user.keyboard('x')
  link('7').focus()
  await user.keyboard('{Shift>}X{/Shift}')
  expect(selection.read()).toEqual(['7'])
  back()
})

test('past the most that may be selected it says so', async () => {
  const back = selection.begin([], { max: 2, kept: false })
  const { link, user } = setUp()
  link('4').focus()
  await user.keyboard('x')
  link('7').focus()
  await user.keyboard('{Shift>}X{/Shift}')
  expect(selection.read()).toEqual(['4', '5'])
  expect(notices.take().map(({ title }) => title)).toEqual(['No more than 2 looks can be selected.'])
  back()
})

test('people cannot be selected', () => {
  const people = new GridBody<ListedPerson>()
  people.update({ ...content, items: [], total: 0, cells: personCells, idOf: ({ group }) => group.id })
  expect(isOfLooks(people)).toBe(false)
})

test('the box comes to the card that the pointer comes to, though :hover is of the card before', () => {
  const { card, link } = setUp()
  const boxOf = (id: string) => card(id).querySelector('[role=checkbox]')
  // As in Firefox, no card matches :hover while this event is on its way.
  fireEvent.pointerOver(link('3'), { pointerType: 'mouse' })
  expect(boxOf('3')).toHaveAccessibleName(/^Select /)
  fireEvent.pointerOver(link('4'), { pointerType: 'mouse' })
  expect(boxOf('4')).not.toBeNull()
  expect(boxOf('3')).toBeNull()
})

test('a range follows the pointer from card to card', async () => {
  const { link, marked, user } = setUp()
  link('7').focus()
  await user.keyboard('x')
  fireEvent.pointerOver(link('5'), { pointerType: 'mouse', shiftKey: true })
  expect(marked('data-in-range')).toEqual(['5', '6', '7'])
  fireEvent.pointerOver(link('6'), { pointerType: 'mouse', shiftKey: true })
  expect(marked('data-in-range')).toEqual(['6', '7'])
})
