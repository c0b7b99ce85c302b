import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from '#server/ledger-file.ts'
import { createRuntime } from '#server/runtime.ts'
import { errorOf, pageHeaders } from './fixtures.ts'

/** What runs without a credential, but for the socket. */
function sandbox(env: Record<string, string> = {}) {
  const runtime = createRuntime(env, '0.0.0', openLedger)
  onTestFinished(() => runtime.close())
  const app = runtime.start(runtime.config, { files: () => null })
  const call = async (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
    app.request(`http://localhost:4173${path}`, {
      method,
      headers: {
        ...pageHeaders,
        origin: 'http://localhost:4173',
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return { runtime, call }
}

async function someLook(call: ReturnType<typeof sandbox>['call']): Promise<string> {
  const page: { data: { id: string; supported_api_engines?: string[]; status?: string | null }[] } = await (
    await call('GET', '/api/v3/avatars/looks?avatar_type=photo_avatar&ownership=public')
  ).json()
  const look = page.data.find(({ supported_api_engines }) => supported_api_engines?.includes('avatar_iv'))
  return look?.id ?? ''
}

const key = { 'idempotency-key': 'intent-1' }

test('the sandbox takes orders through the same ledger, with no token asked for', async () => {
  const { runtime, call } = sandbox()
  expect(runtime.launchToken).toBeNull()
  expect(runtime.startSpending()).toBe(true)
  const body = { type: 'avatar', avatar_id: await someLook(call), script: 'Hello there.', title: 'Launch' }
  const made = await call('POST', '/api/v3/videos', key, body)
  expect(made.status).toBe(200)
  const { data }: { data: { video_id: string } } = await made.json()
  const again = await call('POST', '/api/v3/videos', key, body)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await again.json()).toMatchObject({ data: { video_id: data.video_id } })
  const seen = await call('GET', `/api/v3/videos/${data.video_id}`)
  expect(await seen.json()).toMatchObject({ data: { id: data.video_id, title: 'Launch' } })
  const intent = await call('GET', '/api/intents/intent-1')
  expect(await intent.json()).toMatchObject({ data: { state: 'done', answer: { data } } })
})

test('captions, which only the sandbox has, come from it, under our headers', async () => {
  const { call } = sandbox()
  const body = {
    type: 'avatar',
    avatar_id: await someLook(call),
    script: 'Hello there.',
    caption: { file_format: 'srt' },
  }
  const { data }: { data: { video_id: string } } = await (
    await call('POST', '/api/v3/videos', key, body)
  ).json()
  const captions = await call('GET', `/sandbox/captions/${data.video_id}.srt`)
  expect(captions.status).toBe(200)
  expect(await captions.text()).toContain('Hello there.')
  expect(captions.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await call('GET', '/sandbox/captions/nobody.srt')).status).toBe(404)
  expect((await call('GET', '/sandbox/captions/../v3/videos')).status).toBe(404)
  expect((await call('GET', '/sandbox/v3/videos')).status).toBe(404)
})

test('an account has no captions of the sandbox’s', async () => {
  const { call } = sandbox({ HEYGEN_API_KEY: 'k' })
  expect((await call('GET', '/sandbox/captions/v1.srt')).status).toBe(404)
})

test('an account on this machine alone gets a token, and orders nothing without it', async () => {
  const { runtime, call } = sandbox({ HEYGEN_API_KEY: 'k', LEDGER_FILE: '/nonexistent/ledger.sqlite' })
  expect(runtime.launchToken).toMatch(/^[0-9a-f]{32}$/)
  const response = await call('POST', '/api/v3/video-agents', key, { prompt: 'Tea.' })
  expect((await errorOf(response)).code).toBe('launch_token_required')
})
