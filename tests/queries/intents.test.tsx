import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test } from 'vitest'
import { readIntent } from '#queries/intents.ts'
import { server } from '../sandbox-server.ts'

const answer = (data: unknown) =>
  server.use(http.get('*/api/intents/seed:hash', () => HttpResponse.json({ data })))

test('an intent that is done brings the id', async () => {
  answer({
    key: 'seed:hash',
    state: 'done',
    answer: { data: { video_id: 'v1', status: 'waiting' } },
    error: null,
    next_check_in: null,
  })
  expect(await readIntent('seed:hash')).toEqual({
    state: 'done',
    answer: { video_id: 'v1', session_id: null, batch_id: null },
    error: null,
    next_check_in: null,
  })
})

test('one of a batch brings the batch’s id', async () => {
  answer({ state: 'done', answer: { data: { batch_id: 'b1' } } })
  expect((await readIntent('seed:hash')).answer).toEqual({ video_id: null, session_id: null, batch_id: 'b1' })
})

test('a refused one brings the reason, and a state of tomorrow stays as it is', async () => {
  answer({ state: 'refused', error: { status: 402, code: 'insufficient_credit', message: 'No credit' } })
  expect((await readIntent('seed:hash')).error).toEqual({
    status: 402,
    code: 'insufficient_credit',
    message: 'No credit',
    param: null,
    retry_after: null,
  })
  answer({ state: 'parked', answer: 'odd', error: 7, next_check_in: 'soon' })
  expect(await readIntent('seed:hash')).toEqual({
    state: 'parked',
    answer: null,
    error: null,
    next_check_in: null,
  })
})
