import { expect, test } from 'vitest'
import { parseFaults } from '#sandbox/faults.ts'
import { lookIds, openStudio, span } from './studio.ts'

test.each([
  ['[fail]', 'rendering_failed', 'The sandbox was asked to fail.'],
  ['[fail: voice]', 'tts_failed', 'Voice failed'],
  ['[fail: No face was found.]', 'rendering_failed', 'No face was found.'],
])('a script with %s fails with its reason', async (marker, code, message) => {
  const { heygen, pass, speak } = openStudio()
  const id = await speak(`Hello ${marker} there.`)
  pass(span - 1)
  expect(await heygen.getVideo(id)).toMatchObject({ status: 'processing', failure_code: null })
  pass(1)
  expect(await heygen.getVideo(id)).toMatchObject({
    status: 'failed',
    failure_code: code,
    failure_message: message,
    video_url: null,
    completed_at: null,
  })
})

test('a slow script takes 20 times as long', async () => {
  const { heygen, pass, speak } = openStudio()
  const id = await speak('[slow] Hello.')
  pass(span * 20 - 1)
  expect(await heygen.getVideo(id)).toMatchObject({ status: 'processing' })
  pass(1)
  expect(await heygen.getVideo(id)).toMatchObject({ status: 'completed' })
})

test.each([
  ['[402]', 402, 'insufficient_credit', undefined, null],
  ['[403]', 403, 'resource_access_denied', undefined, null],
  ['[429]', 429, 'rate_limit_exceeded', undefined, '30'],
  ['[policy]', 400, 'content_policy_violation', 'script', null],
])('%s in a script or prompt refuses the call', async (marker, status, code, param, retryAfter) => {
  const { heygen, refused, balance } = openStudio()
  const video = { type: 'avatar', avatar_id: lookIds.studio, script: `Hello ${marker}` }
  expect(await refused('/v3/videos', video)).toMatchObject({ status, code, retryAfter })
  expect((await refused('/v3/videos', video)).param).toBe(param)
  const prompt = await refused('/v3/video-agents', { prompt: `A demo ${marker}` })
  expect(prompt).toMatchObject({ status, code, retryAfter })
  expect(prompt.param).toBe(param && 'prompt')
  expect((await heygen.listVideos({})).items).toEqual([])
  expect(await balance()).toBe(42.5)
})

test('an answer that was lost leaves a video behind', async () => {
  const faults = parseFaults('lost')
  const { heygen, speak } = openStudio({ faults })
  await expect(speak('Hello.')).rejects.toMatchObject({ name: 'HeygenNetworkError' })
  faults.length = 0
  expect((await heygen.listVideos({})).items).toHaveLength(1)
})
