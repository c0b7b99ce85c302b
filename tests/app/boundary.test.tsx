import { act, render, screen } from '@testing-library/react'
import { createMemoryRouter, useLocation } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeEach, expect, test, vi } from 'vitest'
import { Boundary } from '#app/boundary.tsx'
import { notices } from '#ui/notices.ts'

/** Addresses at which what is in the boundary breaks. */
const breaksAt = new Set<string>()

beforeEach(() => {
  breaksAt.clear()
  notices.take()
})

function Part() {
  const { pathname } = useLocation()
  if (breaksAt.has(pathname)) throw new Error('planted')
  return <input aria-label="Part" />
}

function Page() {
  return (
    <>
      <p>The page</p>
      <Boundary>
        <Part />
      </Boundary>
    </>
  )
}

function open(address: string) {
  const router = createMemoryRouter([{ path: '*', element: <Page /> }], { initialEntries: [address] })
  const { rerender } = render(<RouterProvider router={router} />)
  return {
    go: (to: string) => act(() => router.navigate(to)),
    again: () => rerender(<RouterProvider router={router} />),
  }
}

const part = () => screen.queryByRole('textbox', { name: 'Part' })
const told = () => notices.take().map(({ title }) => title)
const broke = ['Something broke on this page']

/** React says it, too. */
const heardByReact = () => vi.mocked(console.error).mockClear()

test('what breaks is taken away and told once; what stands around it stays', () => {
  breaksAt.add('/a')
  const { again } = open('/a')
  expect(part()).toBeNull()
  expect(screen.getByText('The page')).toBeVisible()
  expect(told()).toEqual(broke)
  again()
  expect(part()).toBeNull()
  expect(told()).toEqual([])
  heardByReact()
})

test('at another address it gets another try', async () => {
  breaksAt.add('/a')
  const { go } = open('/a')
  expect(told()).toEqual(broke)
  await go('/b')
  expect(part()).toBeVisible()
  expect(told()).toEqual([])
  heardByReact()
})

test('what breaks at every address is tried and told once at each', async () => {
  breaksAt.add('/a').add('/b')
  const { go } = open('/a')
  expect(told()).toEqual(broke)
  await go('/b')
  expect(part()).toBeNull()
  expect(told()).toEqual(broke)
  heardByReact()
})

test('what breaks on the way to an address is not tried there a second time', async () => {
  breaksAt.add('/b')
  const { go } = open('/a')
  expect(part()).toBeVisible()
  await go('/b')
  expect(part()).toBeNull()
  expect(told()).toEqual(broke)
  heardByReact()
})

test('while nothing breaks an address takes nothing away: what was typed stays', async () => {
  const { go } = open('/a')
  const before = part()
  await go('/b')
  expect(part()).toBe(before)
  expect(told()).toEqual([])
})
