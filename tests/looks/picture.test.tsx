import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { server } from '../sandbox-server.ts'

beforeEach(() => {
  const meta = document.createElement('meta')
  meta.name = 'lookbook'
  meta.content = '{"pictures":true,"mode":"account","mediaHosts":["https://*.heygen.ai"]}'
  document.head.append(meta)
  vi.resetModules()
})
afterEach(() => document.head.replaceChildren())

const url = 'https://files.heygen.ai/a.webp?Signature=old'
const freshUrl = 'https://files.heygen.ai/a.webp?Signature=new'
const small = (of: string) => `/pictures/192?u=${encodeURIComponent(of)}`

/** Answers for the look with `link`; `asked` counts. */
function serveLook(link: string | null) {
  const asked: string[] = []
  server.use(
    http.get('*/api/v3/avatars/looks/:id', ({ params }) => {
      asked.push(String(params.id))
      return HttpResponse.json({ data: { id: params.id, preview_image_url: link } })
    }),
  )
  return asked
}

/** Shows it, and fails what is loaded until nothing is; what was loaded, in order. */
async function failAll(props: { lookId?: string; drawnWidth?: number; url?: string }, until = 10) {
  const { Picture } = await import('#looks/picture.tsx')
  const { createQueryClient } = await import('#app/query-client.ts')
  const { unmount } = render(
    <QueryClientProvider client={createQueryClient()}>
      <Picture url={url} name="Ann Bell" alt="Ann" {...props} />
    </QueryClientProvider>,
  )
  const loaded: string[] = []
  while (loaded.length < until) {
    const image = screen.queryByRole('img', { name: 'Ann' })
    if (!image) break
    loaded.push(image.getAttribute('src') ?? '')
    fireEvent.error(image)
    await vi.waitFor(() => expect(image).not.toBeInTheDocument())
  }
  const placeholder = screen.queryByText('AB') !== null
  unmount()
  return { loaded, placeholder }
}

test('it is loaded at its drawn width, for both densities', async () => {
  const { Picture } = await import('#looks/picture.tsx')
  const { createQueryClient } = await import('#app/query-client.ts')
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Picture url={url} name="Ann" alt="small" drawnWidth={96} />
      <Picture url={url} name="Ann" alt="large" />
    </QueryClientProvider>,
  )
  const image = screen.getByRole('img', { name: 'small' })
  expect(image).toHaveAttribute('src', small(url))
  expect(image).toHaveAttribute('srcset', `${small(url)} 192w, ${small(url).replace('192', '256')} 256w`)
  expect(image).toHaveAttribute('sizes', '192px')
  const original = screen.getByRole('img', { name: 'large' })
  expect(original).toHaveAttribute('src', url)
  expect(original).not.toHaveAttribute('srcset')
})

test('one that fails is tried by a fresh link, then as the original, then given up', async () => {
  const asked = serveLook(freshUrl)
  expect(await failAll({ lookId: 'a', drawnWidth: 96 })).toEqual({
    loaded: [small(url), small(freshUrl), freshUrl],
    placeholder: true,
  })
  expect(asked).toEqual(['a'])
})

test('where the link is the same as before the original is next', async () => {
  const asked = serveLook(url)
  expect((await failAll({ lookId: 'a', drawnWidth: 96 })).loaded).toEqual([small(url), url])
  expect(asked).toEqual(['a'])
})

test('where the look has no picture any more the original is next', async () => {
  serveLook(null)
  expect((await failAll({ lookId: 'a', drawnWidth: 96 })).loaded).toEqual([small(url), url])
})

test('without a look there is no link to ask for', async () => {
  expect((await failAll({ drawnWidth: 96 })).loaded).toEqual([small(url), url])
})

test('an original that fails has a fresh link and no more', async () => {
  serveLook(freshUrl)
  expect(await failAll({ lookId: 'a' })).toEqual({ loaded: [url, freshUrl], placeholder: true })
  expect(await failAll({})).toEqual({ loaded: [url], placeholder: true })
})

test('after eight that only came as originals the page asks for no small ones', async () => {
  // Stopped while the original is shown: it is there, and the route was to blame.
  for (let at = 0; at < 8; at += 1)
    expect((await failAll({ drawnWidth: 96 }, 1)).loaded).toEqual([small(url)])
  expect((await failAll({ drawnWidth: 96 })).loaded).toEqual([url])
})

test('pictures that are nowhere to be had say nothing against the route', async () => {
  for (let at = 0; at < 12; at += 1)
    expect((await failAll({ drawnWidth: 96 })).loaded).toEqual([small(url), url])
})
