import { render, renderHook, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { copy } from '#ui/copy.ts'
import { Message } from '#ui/message.tsx'
import { announce, notices, notify } from '#ui/notices.ts'
import { Segmented } from '#ui/segmented.tsx'
import { Toaster } from '#ui/toaster.tsx'
import { useLate } from '#ui/use-late.ts'
import { useTitle } from '#ui/use-title.ts'

beforeEach(() => {
  notices.take()
})

test('a segmented choice is radio buttons that arrows move', async () => {
  const options = ['Small', 'Medium', 'Large'].map((value) => ({ value, label: value }))
  function Sizes() {
    const [size, setSize] = useState('Medium')
    return <Segmented label="Size" value={size} options={options} onChange={setSize} />
  }
  render(<Sizes />)
  expect(screen.getByRole('group', { name: 'Size' })).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: 'Large' }))
  expect(screen.getByRole('radio', { name: 'Large' })).toBeChecked()
  expect(screen.getByRole('radio', { name: 'Medium' })).not.toBeChecked()
})

test('two segmented choices of one label are apart', () => {
  const options = ['Yes', 'No'].map((value) => ({ value, label: value }))
  const choice = <Segmented label="Decision" value="Yes" options={options} onChange={() => undefined} />
  render(
    <>
      {choice}
      {choice}
    </>,
  )
  const names = screen.getAllByRole<HTMLInputElement>('radio').map(({ name }) => name)
  expect(new Set(names).size).toBe(2)
})

test('a chip says whether it is on', () => {
  render(
    <>
      <Chip pressed>Photo</Chip>
      <Chip pressed={false}>Video</Chip>
    </>,
  )
  expect(screen.getByRole('button', { name: 'Photo', pressed: true })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Video', pressed: false })).toBeVisible()
})

test('a button sends no form unless it is told to', () => {
  render(
    <>
      <Button>One</Button>
      <Button type="submit">Two</Button>
    </>,
  )
  expect(screen.getByRole('button', { name: 'One' })).toHaveAttribute('type', 'button')
  expect(screen.getByRole('button', { name: 'Two' })).toHaveAttribute('type', 'submit')
})

test('a message is headed by what is so', () => {
  render(
    <Message title="Nothing here" hint="Try another filter." note="Request 7" level={1}>
      <Button>Clear</Button>
    </Message>,
  )
  expect(screen.getByRole('heading', { level: 1, name: 'Nothing here' })).toBeVisible()
  expect(screen.getByText('Try another filter.')).toBeVisible()
  expect(screen.getByText('Request 7')).toBeVisible()
})

test('a notice that came before there was a toaster is shown, and each can be dismissed', async () => {
  notify({ title: 'Before' })
  render(<Toaster label="Notifications" dismiss="Dismiss" />)
  expect(await screen.findByText('Before')).toBeVisible()
  notify({ title: 'After', description: 'Why it is so.' })
  expect(await screen.findByText('After')).toBeVisible()
  expect(screen.getByText('Why it is so.')).toBeVisible()
  await userEvent.hover(screen.getByText('After'))
  for (const button of screen.getAllByRole('button', { name: 'Dismiss' })) await userEvent.click(button)
  await waitFor(() => expect(screen.queryByText('Before')).not.toBeInTheDocument())
  expect(screen.queryByText('After')).not.toBeInTheDocument()
})

test('the same sentence twice is said twice', async () => {
  render(<div data-announcer role="status" />)
  const region = screen.getByRole('status')
  announce('Copied')
  await waitFor(() => expect(region).toHaveTextContent('Copied'))
  announce('Copied')
  expect(region).toBeEmptyDOMElement()
  await waitFor(() => expect(region).toHaveTextContent('Copied'))
})

test('copying says whether it worked', async () => {
  userEvent.setup()
  expect(await copy('an id')).toBe(true)
  expect(await navigator.clipboard.readText()).toBe('an id')
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('x', 'NotAllowedError'))
  expect(await copy('an id')).toBe(false)
})

test('late is what has lasted, and it ends with it', () => {
  vi.useFakeTimers()
  const { result, rerender } = renderHook(({ on }) => useLate(on, 3000), { initialProps: { on: true } })
  vi.advanceTimersByTime(2999)
  rerender({ on: true })
  expect(result.current).toBe(false)
  vi.advanceTimersByTime(1)
  rerender({ on: true })
  expect(result.current).toBe(true)
  rerender({ on: false })
  expect(result.current).toBe(false)
})

test('the title is set by whoever has one to give', () => {
  const { rerender } = renderHook<void, string | null>(useTitle, { initialProps: 'Looks' })
  expect(document.title).toBe('Looks')
  rerender(null)
  expect(document.title).toBe('Looks')
})
