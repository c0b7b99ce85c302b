import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { Command } from '#app/palette-list.ts'
import { Palette, type PaletteProps } from '#app/palette.tsx'
import { createQueryClient } from '#app/query-client.ts'
import { indexCatalogue } from '../search/index-catalogue.ts'

const ran = vi.fn<(id: string) => void>()

const command = (id: string, label: string, more: Partial<Command> = {}): Command => ({
  id,
  label,
  group: 'actions',
  run: () => ran(id),
  ...more,
})

const commands = [
  command('people', 'People', { group: 'views', href: '/?view=people', safe: true }),
  command('clear', 'Clear all filters'),
  command('theme', 'Switch to dark', { safe: true }),
  command('smaller', 'Size smaller', { keys: '−', safe: true }),
]

const lookHref = (id: string) => `/looks/${id}`
const personHref = (id: string) => `/people/${id}`

function openPalette(props: Partial<PaletteProps> = {}) {
  ran.mockReset()
  const told = { onLook: vi.fn<(id: string) => void>(), onPerson: vi.fn<(id: string) => void>() }
  const onClose = vi.fn<() => void>()
  const catalogue = indexCatalogue()
  function Layer() {
    const [open, setOpen] = useState(true)
    if (!open) return null
    return (
      <Palette
        catalogue={catalogue}
        commands={commands}
        overSpending={false}
        lookHref={lookHref}
        personHref={personHref}
        onClose={() => {
          onClose()
          setOpen(false)
        }}
        {...told}
        {...props}
      />
    )
  }
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Layer />
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), onClose, ...told }
}

const input = () => screen.getByRole('combobox', { name: 'Search looks, people and commands' })
const options = () => screen.queryAllByRole('option')
const names = () => options().map((option) => option.textContent)
const group = (name: string) => within(screen.getByRole('group', { name }))
const highlighted = () => options().filter((option) => option.hasAttribute('data-highlighted'))
const status = () => screen.getByRole('status')

test('with nothing typed there are views and actions, the first of them ready for Enter', async () => {
  openPalette()
  await waitFor(() => expect(input()).toHaveFocus())
  expect(names()).toEqual(['People', 'Clear all filters', 'Switch to dark', 'Size smaller−'])
  expect(group('Views').getAllByRole('option')).toHaveLength(1)
  expect(group('Actions').getAllByRole('option')).toHaveLength(3)
  expect(highlighted()[0]).toHaveTextContent('People')
  expect(input()).toHaveAttribute('aria-activedescendant', options()[0]?.id)
})

test('arrows and Enter run a command, and the palette closes', async () => {
  const { user, onClose } = openPalette()
  await waitFor(() => expect(input()).toHaveFocus())
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(ran.mock.calls).toEqual([['theme']])
  expect(onClose).toHaveBeenCalledOnce()
})

test('typing finds looks and people, with picture, name and what they are', async () => {
  const { user, onLook } = openPalette()
  await user.type(input(), 'maya')
  const looks = await screen.findByRole('group', { name: 'Looks' })
  const [first] = within(looks).getAllByRole('option')
  expect(first).toHaveAccessibleName(/^Maya \w+ \w+ Studio/)
  expect(first?.querySelector('img')).toHaveAttribute('src')
  expect(group('People').getByRole('option', { name: 'Maya 4 looks' })).toBeVisible()
  expect(status()).toHaveTextContent('5 results')
  await user.keyboard('{Enter}')
  expect(onLook.mock.calls).toEqual([[expect.stringMatching(/^Maya_/)]])
})

test('a person can be gone to', async () => {
  const { user, onPerson } = openPalette()
  await user.type(input(), 'maya')
  await user.click(await screen.findByRole('option', { name: 'Maya 4 looks' }))
  expect(onPerson).toHaveBeenCalledOnce()
})

test('Ctrl+Enter opens a look in a tab, and the palette stays', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  const { user, onClose, onLook } = openPalette()
  await user.type(input(), 'maya knit')
  await screen.findByRole('option', { name: /^Maya Knit/ })
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(open.mock.calls).toEqual([[expect.stringMatching(/^\/looks\/Maya_knit/), '_blank', 'noopener']])
  expect(onLook).not.toHaveBeenCalled()
  expect(onClose).not.toHaveBeenCalled()
})

test('words of actions are found by their beginnings, without case and accents', async () => {
  const { user } = openPalette({ catalogue: null })
  await user.type(input(), 'DÁR')
  expect(names()).toEqual(['Switch to dark'])
  await user.clear(input())
  await user.type(input(), 'fil cl')
  expect(names()).toEqual(['Clear all filters'])
  await user.clear(input())
  await user.type(input(), 'ark')
  expect(names()).toEqual([])
})

test('answers that come late go below, and the highlighted row stays where it is', async () => {
  const catalogue = indexCatalogue()
  const held = catalogue.hold()
  const { user } = openPalette({ catalogue })
  await user.type(input(), 's')
  expect(names()).toEqual(['Switch to dark', 'Size smaller−'])
  await user.keyboard('{ArrowDown}')
  expect(highlighted()[0]).toHaveTextContent('Size smaller')
  await act(async () => held.answer())
  expect(options().length).toBeGreaterThan(2)
  expect(highlighted()).toHaveLength(1)
  expect(highlighted()[0]).toBe(options()[1])
  expect(highlighted()[0]).toHaveTextContent('Size smaller')
})

test('an answer to what was typed before is dropped', async () => {
  const catalogue = indexCatalogue()
  const first = catalogue.hold()
  const { user } = openPalette({ catalogue })
  await user.type(input(), 'maya')
  const second = catalogue.hold()
  await user.clear(input())
  await user.type(input(), 'diego')
  await act(async () => second.answer())
  expect(names()[0]).toMatch(/^Diego/)
  await act(async () => first.answer())
  expect(names().join()).not.toContain('Maya')
})

test('Enter before the answer goes to what was typed, not to what stands there still', async () => {
  const catalogue = indexCatalogue()
  const { user, onLook } = openPalette({ catalogue })
  await user.type(input(), 'maya')
  await screen.findByRole('option', { name: 'Maya 4 looks' })
  const held = catalogue.hold()
  await user.clear(input())
  await user.type(input(), 'diego{Enter}')
  expect(onLook).not.toHaveBeenCalled()
  await act(async () => held.answer())
  expect(onLook).toHaveBeenCalledOnce()
  expect(names()).toEqual([])
  const [look] = await catalogue.byId(onLook.mock.calls[0] ?? [], new AbortController().signal)
  expect(look?.name).toMatch(/^Diego/)
})

test('while the catalogue is being read it says so, and what is not found yet is asked for again', async () => {
  const catalogue = indexCatalogue({ known: 4, progress: { state: 'walking', whole: false } })
  const { user } = openPalette({ catalogue })
  expect(status()).toHaveTextContent('4 looks read so far; more are on their way.')
  await user.type(input(), 'maya knit')
  await waitFor(() => expect(status()).toHaveTextContent('Nothing called “maya knit” among the 4 looks'))
  act(() => catalogue.grow(112, { state: 'done', whole: true }))
  expect(await screen.findByRole('option', { name: /^Maya Knit/ })).toBeVisible()
})

test('what was found is not asked for again as the catalogue grows', async () => {
  const catalogue = indexCatalogue({ known: 60, progress: { state: 'walking', whole: false } })
  const { user } = openPalette({ catalogue })
  await user.type(input(), 'm')
  await waitFor(() => expect(options().length).toBeGreaterThan(0))
  const before = names()
  await act(async () => catalogue.grow(112))
  expect(names()).toEqual(before)
  expect(catalogue.told).toEqual(['suggest m'])
})

test.each([
  [undefined, 'The catalogue is being opened.'],
  [null, 'Looks and people cannot be searched here.'],
])(
  'without a catalogue (%s) there are views and actions, and it is said why',
  async (catalogue, sentence) => {
    const { user } = openPalette({ catalogue })
    expect(status()).toHaveTextContent(sentence)
    await user.type(input(), 'peo{Enter}')
    expect(ran.mock.calls).toEqual([['people']])
  },
)

test('an index that breaks is said, and views and actions go on', async () => {
  const catalogue = indexCatalogue()
  const held = catalogue.hold()
  const { user } = openPalette({ catalogue })
  await user.type(input(), 'size')
  await act(async () => held.fail())
  expect(status()).toHaveTextContent('Looks and people could not be searched just now.')
  expect(names()).toEqual(['Size smaller−'])
})

test.each(['zzzz', '(.*)+$', '😀😀', 'ש'.repeat(300)])(
  'nothing found is a plain sentence: %s',
  async (typed) => {
    const { user } = openPalette()
    await user.click(input())
    await user.paste(typed)
    await waitFor(() => expect(status()).toHaveTextContent(/^Nothing is called “/))
    expect(options()).toEqual([])
  },
)

test('over a dialog that spends there is only what leaves it as it is', async () => {
  const catalogue = indexCatalogue()
  const { user } = openPalette({ catalogue, overSpending: true })
  expect(names()).toEqual(['People', 'Switch to dark', 'Size smaller−'])
  await user.type(input(), 'maya')
  expect(names()).toEqual([])
  expect(catalogue.told).toEqual([])
})

test('Escape closes it, and nothing below hears of it', async () => {
  const below = vi.fn<(event: Event) => void>()
  document.addEventListener('keydown', below)
  const { user, onClose } = openPalette()
  await user.type(input(), 'a')
  await user.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
  expect(below).not.toHaveBeenCalled()
  document.removeEventListener('keydown', below)
})
