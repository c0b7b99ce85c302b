import { expect, test } from 'vitest'
import { lookIds, openStudio } from './studio.ts'

test('ten jobs run at once; the eleventh is told when the first ends', async () => {
  const { pass, speak, ask, refused } = openStudio()
  await speak('Hello.')
  pass(2500)
  for (let i = 0; i < 8; i++) await speak('Hello.')
  await ask('A demo')
  const body = { type: 'avatar', avatar_id: lookIds.studio, script: 'Hello.' }
  const full = { status: 429, code: 'quota_exceeded', retryAfter: '4' }
  expect(await refused('/v3/videos', body)).toMatchObject(full)
  expect(await refused('/v3/video-agents', { prompt: 'A demo' })).toMatchObject(full)
  pass(3499)
  expect(await refused('/v3/videos', body)).toMatchObject({ retryAfter: '1' })
  pass(1)
  await speak('Hello.')
  expect(await refused('/v3/videos', body)).toMatchObject({ status: 429, retryAfter: '3' })
})

test('what is refused for want of a slot costs nothing; deleting a running video frees one', async () => {
  const { heygen, speak, balance } = openStudio()
  const ids: string[] = []
  for (let i = 0; i < 10; i++) ids.push(await speak('Hello.'))
  const before = await balance()
  await expect(speak('Hello.')).rejects.toMatchObject({ status: 429 })
  expect(await balance()).toBe(before)
  await heygen.deleteVideo(ids[3] ?? '')
  await speak('Hello.')
  await expect(speak('Hello.')).rejects.toMatchObject({ status: 429 })
})
