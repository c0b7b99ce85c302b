import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { expect, test } from 'vitest'
import { SearchBox } from '#gallery/search-box.tsx'

function open(address: string) {
  // Navigations end late: what is typed meanwhile must stay.
  const router = createMemoryRouter(
    [
      {
        path: '*',
        loader: () => new Promise((resolve) => setTimeout(resolve, 120, null)),
        element: <SearchBox elsewhere={address.startsWith('/people')} />,
      },
    ],
    { initialEntries: [address], hydrationData: { loaderData: { '0': null } } },
  )
  render(<RouterProvider router={router} />)
  const at = () => router.state.location.pathname + router.state.location.search
  return { user: userEvent.setup({ delay: 30 }), router, at, box: () => screen.findByRole('searchbox') }
}

test('no letter is lost, however late the address follows', async () => {
  const { user, at, box } = open('/')
  await user.type(await box(), 'knit stage')
  expect(await box()).toHaveValue('knit stage')
  await expect.poll(at).toBe('/?q=knit+stage')
  expect(await box()).toHaveValue('knit stage')
})

test('a letter that is taken back before the address has followed does not stay there', async () => {
  const { user, at, box } = open('/')
  await user.type(await box(), 'a{Backspace}')
  expect(await box()).toHaveValue('')
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(at()).toBe('/')
  expect(await box()).toHaveValue('')
})

test('what another hand puts into the address is shown, and so is its going', async () => {
  const { user, router, at, box } = open('/?q=office')
  expect(await box()).toHaveValue('office')
  await user.type(await box(), 's')
  await expect.poll(at).toBe('/?q=offices')
  await router.navigate('/?q=kitchen')
  await expect.poll(async () => (await box()).getAttribute('value')).toBe('kitchen')
  await router.navigate('/')
  await expect.poll(async () => (await box()).getAttribute('value')).toBe('')
})

test("on a person's page a search is one of all looks", async () => {
  const { user, at, box } = open('/people/1?size=s')
  await user.type(await box(), 'a')
  await expect.poll(at).toBe('/?q=a')
})

test('a flood of letters changes the address no more often than browsers allow, and its last word gets there', async () => {
  const { router, at, box } = open('/')
  let moves = 0
  router.subscribe(({ navigation }) => void (navigation.state === 'loading' && moves++))
  const input = await box()
  for (let length = 1; length <= 200; length++)
    fireEvent.change(input, { target: { value: 'x'.repeat(length) } })
  await expect.poll(at, { timeout: 3000 }).toBe(`/?q=${'x'.repeat(200)}`)
  expect(moves).toBeLessThan(90)
})
