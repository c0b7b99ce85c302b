import { expect, test } from 'vitest'
import { jpeg, pictureApp, settled } from './picture-fixtures.ts'

const address = 'https://media.example/looks/a.jpg'
const still = await jpeg()

/** Answers when it is told to. */
function held() {
  const waiting: (() => void)[] = []
  const send = (_: string, init: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      waiting.push(() => resolve(new Response(new Uint8Array(still))))
    })
  return { send, waiting }
}

test('ten who ask at once share one fetch', async () => {
  const { send, waiting } = held()
  const { picture, fetched } = pictureApp(send)
  const asked = Array.from({ length: 10 }, (_, at) => picture(`${address}?Signature=${at}`))
  await settled(() => expect(waiting).toHaveLength(1))
  waiting[0]?.()
  const answers = await Promise.all(asked)
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(fetched).toHaveLength(1)
})

test('at most four are at work', async () => {
  const { send, waiting } = held()
  const { picture, fetched } = pictureApp(send)
  const asked = Array.from({ length: 10 }, (_, at) => picture(`https://media.example/${at}.jpg`))
  for (const expected of [4, 5, 8]) {
    await settled(() => expect(fetched).toHaveLength(expected))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(fetched).toHaveLength(expected)
    for (const answer of waiting.splice(0, expected === 4 ? 1 : 3)) answer()
  }
  await settled(() => expect(fetched).toHaveLength(10))
  for (const answer of waiting) answer()
  for (const answer of await Promise.all(asked)) expect(answer.status).toBe(200)
})

test('who leaves before the turn comes is not fetched for, and who leaves in the middle ends the fetch', async () => {
  const { send, waiting } = held()
  const { picture, fetched, lines } = pictureApp(send)
  const leave = new AbortController()
  const first = picture('https://media.example/0.jpg', {}, { signal: leave.signal })
  const others = [1, 2, 3].map((at) => picture(`https://media.example/${at}.jpg`))
  await settled(() => expect(fetched).toHaveLength(4))
  const gone = picture('https://media.example/gone.jpg', {}, { signal: leave.signal })
  const next = picture('https://media.example/next.jpg')
  leave.abort()
  expect((await first).status).toBe(499)
  expect((await gone).status).toBe(499)
  expect(fetched[0]?.init.signal?.aborted).toBe(true)
  await settled(() => expect(fetched).toHaveLength(5))
  expect(fetched[4]?.url).toBe('https://media.example/next.jpg')
  for (const answer of waiting) answer()
  for (const answer of await Promise.all([...others, next])) expect(answer.status).toBe(200)
  // Scrolled past, which is no news.
  expect(lines).toEqual([])
})

test('one who leaves does not take the picture from the others', async () => {
  const { send, waiting } = held()
  const { picture, fetched } = pictureApp(send)
  const leave = new AbortController()
  const leaving = picture(address, {}, { signal: leave.signal })
  const staying = picture(address)
  await settled(() => expect(waiting).toHaveLength(1))
  leave.abort()
  expect((await leaving).status).toBe(499)
  waiting[0]?.()
  expect((await staying).status).toBe(200)
  expect(fetched).toHaveLength(1)
})
