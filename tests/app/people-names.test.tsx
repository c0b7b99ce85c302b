import { QueryClient } from '@tanstack/react-query'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { knownPeople, peopleFinder } from '#app/people-names.ts'
import type { Group } from '#heygen/schemas/group.ts'
import { groupQueries } from '#queries/groups.ts'
import { watchRequests } from '../render-app.tsx'
import { server } from '../sandbox-server.ts'

let client: QueryClient
let people: Group[]
beforeEach(async () => {
  people = (await new QueryClient().fetchQuery(groupQueries.everyone())).groups
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

const idsOf = (count: number) => people.slice(0, count).map(({ id }) => id)
const namesOf = (count: number) => new Map(people.slice(0, count).map(({ id, name }) => [id, name]))
const going = () => new AbortController().signal
const ignore = () => {}

test('a few people are asked for one by one, and not those that the page knows', async () => {
  await client.fetchQuery(groupQueries.detail(idsOf(1)[0] ?? ''))
  const asked = watchRequests()
  expect(await knownPeople(client, idsOf(3))).toEqual(namesOf(1))
  expect(asked).toEqual([])
  const told: number[] = []
  const names = await peopleFinder(client)(idsOf(3), going(), (found) => told.push(found.size))
  expect(names).toEqual(namesOf(3))
  expect(told).toEqual([1, 2, 3])
  expect(asked.toSorted()).toEqual(
    idsOf(3)
      .slice(1)
      .map((id) => `/api/v3/avatars/${id}`)
      .toSorted(),
  )
})

test('many are read from the list of everyone, as far as it is needed', async () => {
  const many = Array.from({ length: 120 }, (_, place) => ({ ...people[0], id: `g${place}` }))
  const asked: string[] = []
  server.use(
    http.get('*/api/v3/avatars', ({ request }) => {
      const from = Number(new URL(request.url).searchParams.get('token') ?? 0)
      asked.push(String(from))
      return HttpResponse.json({
        data: many.slice(from, from + 50),
        has_more: from < 100,
        next_token: from < 100 ? String(from + 50) : null,
      })
    }),
  )
  const wanted = many.slice(20, 60).map(({ id }) => id)
  expect((await peopleFinder(client)(wanted, going(), ignore)).size).toBe(40)
  expect(asked.slice(0, 2)).toEqual(['0', '50'])
  // The third page was on its way at most.
  expect(asked.length).toBeLessThanOrEqual(3)
})

test('who cannot be had is left out', async () => {
  const [first = '', second = ''] = idsOf(2)
  server.use(http.get(`*/api/v3/avatars/${second}`, () => HttpResponse.error()))
  expect([...(await peopleFinder(client)([first, 'nobody', second], going(), ignore)).keys()]).toEqual([
    first,
  ])
})

test('nobody is asked for once it is stopped', async () => {
  const asked = watchRequests()
  expect((await peopleFinder(client)(idsOf(3), AbortSignal.abort(), ignore)).size).toBe(0)
  expect(asked).toEqual([])
})
