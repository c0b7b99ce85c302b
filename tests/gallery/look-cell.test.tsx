import { within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { lookCells } from '#gallery/look-cell.ts'
import type { ListedLook } from '#search/protocol.ts'
import { sampleLook } from './look-samples.ts'

const view = { cellWidth: 240, marks: undefined, personOf: undefined }

function setUp() {
  const cell = lookCells.create()
  document.body.replaceChildren(cell.root)
  const show = (look: ListedLook, more = {}, same = false) => cell.show(look, { ...view, ...more }, same)
  return { cell, show, card: within(cell.root) }
}

const marks = (name: string) =>
  name.startsWith('Ana')
    ? [
        { text: 'Ana', marked: true },
        { text: ' <b>Suit', marked: false },
      ]
    : null

test('what is marked in a name is marked, and the next name is plain again', () => {
  const { cell, show } = setUp()
  show(sampleLook('a', { name: 'Ana <b>Suit' }), { marks })
  const name = cell.root.querySelector('.card-name')
  expect(name?.innerHTML).toBe('<mark>Ana</mark> &lt;b&gt;Suit')
  show(sampleLook('b', { name: 'Bob' }), { marks })
  expect(name?.innerHTML).toBe('Bob')
})

test('names go into the text that is there, but not where the way they are written changes', () => {
  const { cell, show } = setUp()
  const node = () => cell.root.querySelector('.card-name')?.firstChild
  show(sampleLook('a', { name: 'Ana' }))
  const latin = node()
  show(sampleLook('b', { name: 'Bob' }))
  expect(node()).toBe(latin)
  expect(latin).toHaveTextContent('Bob')
  show(sampleLook('c', { name: 'דנה' }))
  expect(node()).not.toBe(latin)
  const hebrew = node()
  show(sampleLook('d', { name: 'Dan' }))
  expect(node()).not.toBe(hebrew)
  expect(node()).toHaveTextContent('Dan')
})

test('looks folded away under it are a button, named after their person', () => {
  const { cell, show, card } = setUp()
  show({ ...sampleLook('a'), more: 12 })
  expect(card.getByRole('button', { name: '12 more looks of this person' })).toHaveTextContent('12 more')
  show(
    { ...sampleLook('a'), more: 1200 },
    { personOf: (id: string) => (id === 'group' ? 'Dante' : undefined) },
    true,
  )
  expect(card.getByRole('button', { name: '1,200 more of Dante' })).toHaveTextContent('1,200 more')
  expect(cell.link).toHaveAttribute('aria-keyshortcuts', '.')
  show(sampleLook('b'))
  expect(card.queryByRole('button')).not.toBeInTheDocument()
  expect(cell.link).not.toHaveAttribute('aria-keyshortcuts')
})

test('a clip has its button and its key, and the next look without one has neither', () => {
  const { cell, show, card } = setUp()
  show(sampleLook('a', { name: 'Ana', preview_video_url: '/a.mp4' }))
  expect(card.getByRole('button', { name: 'Play the clip of Ana' })).toBeVisible()
  expect(cell.link).toHaveAttribute('aria-keyshortcuts', 'Space')
  show(sampleLook('b'))
  expect(card.queryByRole('button')).not.toBeInTheDocument()
  expect(cell.root).not.toHaveAttribute('data-clip')
})

test('a clip that fades out does not go over to the next look', () => {
  const { cell, show } = setUp()
  show(sampleLook('a', { preview_video_url: '/a.mp4' }))
  const clip = document.createElement('div')
  clip.className = 'preview'
  cell.root.querySelector('.media')?.append(clip)
  show(sampleLook('a', { name: 'New', preview_video_url: '/a.mp4' }), {}, true)
  expect(clip.isConnected).toBe(true)
  show(sampleLook('b', { preview_video_url: '/a.mp4' }))
  expect(clip.isConnected).toBe(false)
})

test('a look that is not ready says so and makes no videos; the next one is ready', () => {
  const { cell, show, card } = setUp()
  show(sampleLook('a', { status: 'processing' }))
  expect(card.getByText('In training')).toBeVisible()
  expect(cell.tools).toMatchObject({ create: false })
  show(sampleLook('b'))
  expect(cell.root.querySelector('.card-badge')).not.toBeVisible()
  expect(cell.tools).toMatchObject({ create: true })
})

test('a card at rest is seven elements', () => {
  const { cell, show } = setUp()
  show(sampleLook('a', { preview_video_url: '/a.mp4' }))
  expect(cell.root.querySelectorAll('*')).toHaveLength(lookCells.elements - 1)
})
