import { fireEvent, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { expect, test, vi } from 'vitest'
import { usePageKeys } from '#boards/parts/use-page-keys.ts'

const act = vi.fn<(event: KeyboardEvent) => boolean>(() => true)

function Page() {
  const page = useRef<HTMLElement>(null)
  usePageKeys(page, act)
  return (
    <main ref={page}>
      <button>Here</button>
    </main>
  )
}

function openDialog() {
  const dialog = document.createElement('div')
  dialog.dataset['dialog'] = ''
  document.body.append(dialog)
  return dialog
}

test('keys are the page’s while the focus is in it or nowhere', () => {
  act.mockClear()
  render(<Page />)
  fireEvent.keyDown(document.body, { key: 'p' })
  fireEvent.keyDown(screen.getByRole('button'), { key: 'p' })
  expect(act).toHaveBeenCalledTimes(2)
})

test('a dialog over it that has no focus yet takes none of them to the page', () => {
  act.mockClear()
  render(<Page />)
  const dialog = openDialog()
  fireEvent.keyDown(document.body, { key: 'p' })
  // It closes by the key, before the page hears that.
  document.body.addEventListener('keydown', () => dialog.remove(), { once: true })
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(act).not.toHaveBeenCalled()
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(act).toHaveBeenCalledOnce()
})
