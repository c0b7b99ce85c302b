import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { BatchOrder, Order, OrderFacts } from '#queries/orders.ts'
import { resumed } from '#renders/follow.ts'
import { openIntent } from '#renders/intent.ts'
import { placeBatch } from '#renders/place-batch.ts'
import { placeOrder } from '#renders/place-order.ts'
import { isSettled } from '#renders/render.ts'
import { RendersButton } from '#renders/renders-button.tsx'
import { RendersPage } from '#renders/renders-page.tsx'
import { rendersStore } from '#renders/store.ts'
import { sandboxHandler, server } from '../sandbox-server.ts'
import { keepRenders, pictureOf, show } from './show.tsx'

beforeEach(() => keepRenders())

const lookId = 'Marcus_suit_studio_front'
const factsOf = (title: string): OrderFacts => ({
  lookId,
  lookName: 'Marcus Suit Studio',
  title,
  engine: 'avatar_iii',
  resolution: '1080p',
  draft: { title },
})

const place = (order: Order, title: string) => placeOrder(order, factsOf(title), openIntent(lookId))

/** Asks after everything that still runs, now. */
const checkNow = () =>
  act(() => {
    const running = rendersStore.read().filter((render) => !isSettled(render))
    rendersStore.update(new Map(running.map(({ key }) => [key, resumed(Date.now())])))
  })

const rowOf = (title: string) => {
  const own = within(screen.getByRole('list', { name: 'Made here' }))
  return within(own.getByRole('link', { name: title }).closest('li') ?? document.body)
}

const untilAllHaveEnded = () =>
  waitFor(
    () => {
      checkNow()
      expect(screen.queryByText(/ running$/)).not.toBeInTheDocument()
    },
    { timeout: 15_000, interval: 1100 },
  )

test('a video, one that fails and one by prompt are followed to their ends', async () => {
  server.use(sandboxHandler({ renderMs: 900 }))
  const scripted = (title: string, script: string) =>
    place(
      {
        route: '/v3/videos',
        body: { type: 'avatar', avatar_id: lookId, script, title, engine: { type: 'avatar_iii' } },
      },
      title,
    )
  expect(await scripted('Spring release', 'Hello there, and welcome.')).toMatchObject({ state: 'accepted' })
  expect(await scripted('Price change', 'Hello there. [fail]')).toMatchObject({ state: 'accepted' })
  const prompt: Order = { route: '/v3/video-agents', body: { prompt: 'A greeting', avatar_id: lookId } }
  expect(await place(prompt, 'By prompt')).toMatchObject({ state: 'accepted' })

  show(
    <>
      <RendersButton picture={pictureOf} onFinished={() => {}} />
      <RendersPage picture={pictureOf} onEdit={() => {}} />
    </>,
  )
  expect(screen.getByText('3 running')).toBeVisible()
  await untilAllHaveEnded()
  expect(rowOf('Spring release').getByText('Done')).toBeVisible()
  expect(rowOf('Spring release').getByText(/^0:\d\d long$/)).toBeVisible()
  expect(rowOf('By prompt').getByRole('button', { name: 'Play By prompt' })).toBeVisible()
  expect(rowOf('Price change').getByRole('button', { name: 'Edit and try again' })).toBeVisible()
  expect(rendersStore.read().find(({ title }) => title === 'Price change')?.failure?.message).not.toBe('')
})

test('a batch is followed to the end of each of its videos', async () => {
  server.use(sandboxHandler({ renderMs: 900 }))
  const scripts = { One: 'Hello there.', Two: 'Hello there. [fail: Voice failed]', Three: 'Welcome.' }
  const order: BatchOrder = {
    route: '/v3/videos/batches',
    body: {
      videos: [
        ...Object.values(scripts).map((script) => ({ type: 'avatar' as const, avatar_id: lookId, script })),
        { type: 'avatar', avatar_id: 'no_such_look', script: 'Hello there.' },
      ],
    },
  }
  const facts = [...Object.keys(scripts), 'No look'].map(factsOf)
  expect(await placeBatch(order, facts, openIntent('batch'))).toMatchObject({ state: 'accepted' })
  show(
    <>
      <RendersButton picture={pictureOf} onFinished={() => {}} />
      <RendersPage picture={pictureOf} onEdit={() => {}} />
    </>,
  )
  expect(screen.getByText('4 running')).toBeVisible()
  await untilAllHaveEnded()
  for (const title of ['One', 'Three'])
    expect(rowOf(title).getByRole('button', { name: `Play ${title}` })).toBeVisible()
  expect(rowOf('Two').getByText('Voice failed')).toBeVisible()
  expect(rowOf('No look').getByRole('button', { name: 'Edit and try again' })).toBeVisible()
})
