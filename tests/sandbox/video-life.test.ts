import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cutouts } from '#sandbox/cutouts.ts'
import { hexId } from '#sandbox/random.ts'
import { lookIds, openStudio, span } from './studio.ts'

const waiting = { video_url: null, thumbnail_url: null, duration: null, completed_at: null }

test('a render waits, runs and ends by the clock', async () => {
  const { heygen, pass, speak } = openStudio()
  const id = await speak('Hello there.')
  expect(await heygen.getVideo(id)).toMatchObject({
    status: 'pending',
    created_at: 1_800_000_000,
    ...waiting,
  })
  pass(span / 6 - 1)
  expect(await heygen.getVideo(id)).toMatchObject({ status: 'pending' })
  pass(1)
  expect(await heygen.getVideo(id)).toMatchObject({ status: 'processing', ...waiting })
  pass((span * 5) / 6 - 1)
  expect(await heygen.getVideo(id)).toMatchObject({ status: 'processing' })
  pass(1)
  expect(await heygen.getVideo(id)).toMatchObject({
    status: 'completed',
    title: null,
    video_url: '/sandbox/looks/marcus-suit-studio-1.mp4',
    captioned_video_url: null,
    subtitle_url: null,
    thumbnail_url: '/sandbox/looks/marcus-suit-studio-1.webp',
    failure_code: null,
    duration: 1,
    completed_at: 1_800_000_006,
  })
})

test('a render takes six seconds by the real clock', async () => {
  const real = openStudio({ now: Date.now, renderMs: 0 })
  expect(await real.heygen.getVideo(await real.speak('Hello.'))).toMatchObject({ status: 'completed' })
  const { heygen, speak } = openStudio({ now: Date.now })
  expect(await heygen.getVideo(await speak('Hello.'))).toMatchObject({ status: 'pending' })
})

test.each([
  ['webm of a studio avatar', lookIds.studio, 'webm', '/sandbox/cutouts/marcus-suit-studio-1.webm'],
  ['webm of a twin', lookIds.twin, 'webm', '/sandbox/cutouts/carmen-vneck-hall-2.webm'],
  [
    'webm of a look without a clip',
    hexId('look rafael-jacket-lobby-3'),
    'webm',
    '/sandbox/cutouts/rafael-collar-hall-2.webm',
  ],
  [
    'a look without a clip',
    hexId('look yuki-blouse-apartment-3'),
    'mp4',
    '/sandbox/looks/yuki-stripes-forest-1.mp4',
  ],
] as const)('%s plays a clip of that person', async (_name, avatar_id, output_format, url) => {
  const { heygen, pass, speak } = openStudio()
  const id = await speak('Hello.', { avatar_id, output_format })
  pass(span)
  expect(await heygen.getVideo(id)).toMatchObject({ video_url: url })
})

test('somebody without any clip gets one that plays', async () => {
  const { heygen, pass, speak } = openStudio()
  const avatar_id = hexId('look walter-jacket-esplanade-3')
  const id = await speak('Hello.', { avatar_id, voice_id: hexId('voice graham') })
  pass(span)
  const video = await heygen.getVideo(id)
  expect(existsSync(`public${video.video_url}`)).toBe(true)
  expect(video.thumbnail_url).toBe('/sandbox/looks/walter-jacket-esplanade-3.webp')
})

test('every cut-out is there', () => {
  expect(cutouts.length).toBeGreaterThan(50)
  expect(cutouts.filter((name) => !existsSync(`public/sandbox/cutouts/${name}.webm`))).toEqual([])
})

test('the answer to a create names the format', async () => {
  const { heygen } = openStudio()
  const request = { type: 'avatar', avatar_id: lookIds.twin, script: 'Hello.' } as const
  expect(await heygen.createVideo(request, 'a')).toMatchObject({ status: 'waiting', output_format: 'mp4' })
  expect(await heygen.createVideo({ ...request, output_format: 'webm' }, 'b')).toMatchObject({
    output_format: 'webm',
  })
})

test('captions can be read once the video is done, and burned ones have a cut of their own', async () => {
  const { heygen, sandbox, pass, speak } = openStudio()
  const id = await speak('Hello there. [slow] And welcome.', { caption: { file_format: 'srt' } })
  const burned = await speak('Hello.', { caption: { style: 'default' } })
  expect(await heygen.getVideo(id)).toMatchObject({ subtitle_url: null })
  pass(span * 20)
  const video = await heygen.getVideo(id)
  expect(video).toMatchObject({
    captioned_video_url: null,
    subtitle_url: `/sandbox/captions/${id}.srt`,
    duration: 1.6,
  })
  expect(await heygen.getVideo(burned)).toMatchObject({
    captioned_video_url: '/sandbox/looks/marcus-suit-studio-1.mp4',
    subtitle_url: `/sandbox/captions/${burned}.srt`,
  })
  const response = await sandbox.request(video.subtitle_url ?? '')
  expect(response.headers.get('content-type')).toBe('application/x-subrip; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${id}.srt"`)
  expect(await response.text()).toBe(
    '1\n00:00:00,000 --> 00:00:00,800\nHello there.\n\n2\n00:00:00,800 --> 00:00:01,600\nAnd welcome.\n',
  )
})

test('there are no captions of unknown videos, of those without, and after a delete', async () => {
  const { heygen, sandbox, speak } = openStudio()
  const plain = await speak('Hello.')
  const gone = await speak('Hello.', { caption: {} })
  await heygen.deleteVideo(gone)
  for (const id of ['nobody', plain, gone])
    expect((await sandbox.request(`/sandbox/captions/${id}.srt`)).status).toBe(404)
})

test('captions of an absolute media base are served below its path', async () => {
  const { heygen, sandbox, pass, speak } = openStudio({ mediaBase: 'https://media.test/s' })
  const id = await speak('Hello.', { caption: {} })
  pass(span)
  const { subtitle_url } = await heygen.getVideo(id)
  expect(subtitle_url).toBe(`https://media.test/s/captions/${id}.srt`)
  expect((await sandbox.request(subtitle_url ?? '')).status).toBe(200)
})
