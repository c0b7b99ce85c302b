import { expect, test } from 'vitest'
import { createHeygen } from '#heygen/client.ts'
import { HeygenHttpError, HeygenNetworkError, HeygenShapeError, HeygenTimeoutError } from '#heygen/errors.ts'
import { createMediaGuard } from '#heygen/media-url.ts'

const json = (body: unknown, init?: ResponseInit) => Response.json(body, init)

/** A client before a server that is one function. */
function clientOf(answer: (url: URL, init: RequestInit) => Response | Promise<Response>, timeout?: number) {
  const calls: URL[] = []
  const heygen = createHeygen({
    baseUrl: 'http://lookbook.test/api',
    headers: () => ({ 'x-lookbook': '1' }),
    fetch: async (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input)
      calls.push(url)
      return answer(url, init)
    },
    media: createMediaGuard('http://lookbook.test', ['https://*.heygen.ai']),
    ...(timeout ? { timeout } : {}),
  })
  return { heygen, calls }
}

test('a look with nothing but its id is defaulted, not refused', async () => {
  const { heygen } = clientOf(() => json({ data: [{ id: 'a' }], has_more: false }))
  const page = await heygen.listLooks({})
  expect(page).toEqual({
    items: [
      {
        id: 'a',
        name: '',
        avatar_type: '',
        group_id: null,
        gender: null,
        preview_image_url: null,
        preview_video_url: null,
        default_voice_id: null,
        tags: [],
        supported_api_engines: [],
        image_width: null,
        image_height: null,
        preferred_orientation: null,
        status: null,
        error: null,
      },
    ],
    skipped: 0,
    next: null,
    cut: false,
  })
})

test('unknown types, engines and states are kept as they are', async () => {
  const look = {
    id: 'a',
    name: 'A',
    avatar_type: 'hologram',
    supported_api_engines: ['avatar_ix'],
    status: 'dreaming',
  }
  const { heygen } = clientOf(() => json({ data: look }))
  expect(await heygen.getLook('a')).toMatchObject(look)
})

test('a bad item is skipped and counted', async () => {
  const { heygen } = clientOf(() =>
    json({ data: [{ name: 'no id' }, null, 7, { id: 'ok', tags: ['a', 1] }] }),
  )
  const page = await heygen.listLooks({})
  expect(page.items.map((look) => [look.id, look.tags])).toEqual([['ok', ['a']]])
  expect(page.skipped).toBe(3)
})

test('video_avatar reads as digital_twin', async () => {
  const { heygen } = clientOf(() => json({ data: { id: 'a', name: 'A', avatar_type: 'video_avatar' } }))
  expect((await heygen.getLook('a')).avatar_type).toBe('digital_twin')
})

test('a server that only knows video_avatar is asked again once, and remembered', async () => {
  const { heygen, calls } = clientOf((url) =>
    url.searchParams.get('avatar_type') === 'digital_twin'
      ? json(
          { error: { code: 'invalid_parameter', message: 'unknown value', param: 'avatar_type' } },
          { status: 400 },
        )
      : json({ data: [{ id: 'v', avatar_type: 'video_avatar' }] }),
  )
  expect((await heygen.listLooks({ avatar_type: 'digital_twin' })).items[0]?.avatar_type).toBe('digital_twin')
  await heygen.listLooks({ avatar_type: 'digital_twin' })
  expect(calls.map((url) => url.searchParams.get('avatar_type'))).toEqual([
    'digital_twin',
    'video_avatar',
    'video_avatar',
  ])
})

test('a 400 for another reason is not mistaken for the dialect', async () => {
  const { heygen, calls } = clientOf(() =>
    json({ error: { code: 'invalid_parameter', message: 'limit', param: 'limit' } }, { status: 400 }),
  )
  await expect(heygen.listLooks({ avatar_type: 'digital_twin' })).rejects.toThrow(HeygenHttpError)
  expect(calls).toHaveLength(1)
})

test('headers and filters are sent, empty ones are not', async () => {
  const { heygen, calls } = clientOf((_, init) => {
    expect(new Headers(init.headers).get('x-lookbook')).toBe('1')
    return json({ data: [] })
  })
  await heygen.listLooks({ group_id: 'g 1', ownership: undefined, limit: 50 })
  expect(calls[0]?.search).toBe('?group_id=g+1&limit=50')
})

test('an id is one segment of the path, whatever it holds', async () => {
  const { heygen, calls } = clientOf(() => json({ data: { id: 'x' } }))
  await heygen.getLook('../users/me')
  await heygen.getLook('a:b')
  expect(calls.map((url) => url.pathname)).toEqual([
    '/api/v3/avatars/looks/..%2Fusers%2Fme',
    '/api/v3/avatars/looks/a:b',
  ])
})

test('an error says its code, message, param, request id and wait', async () => {
  const { heygen } = clientOf(() =>
    json(
      { error: { code: 'rate_limit_exceeded', message: 'slow down', param: 'token' } },
      { status: 429, headers: { 'retry-after': '7', 'x-request-id': 'r1' } },
    ),
  )
  await expect(heygen.getAccount()).rejects.toMatchObject({
    name: 'HeygenHttpError',
    status: 429,
    code: 'rate_limit_exceeded',
    param: 'token',
    requestId: 'r1',
    retryAfter: 7,
  })
})

test.each([
  ['a 200 that carries an error', () => json({ error: { code: 'x', message: 'y' } }), HeygenHttpError],
  ['an error as bare text', () => json({ error: 'nope' }, { status: 403 }), HeygenHttpError],
  ['an HTML error page', () => new Response('<html>', { status: 502 }), HeygenHttpError],
  ['HTML with a 200', () => new Response('<html>'), HeygenShapeError],
  ['data that is not a list', () => json({ data: { looks: [] } }), HeygenShapeError],
  ['no connection', () => Promise.reject(new TypeError('fetch failed')), HeygenNetworkError],
])('%s is a typed error', async (_, answer, type) => {
  const { heygen } = clientOf(answer)
  await expect(heygen.listLooks({})).rejects.toThrow(type)
})

test('a server that never answers times out', async () => {
  const { heygen } = clientOf(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')))
      }),
    20,
  )
  await expect(heygen.getAccount()).rejects.toThrow(HeygenTimeoutError)
})

test('an abort by the caller stays an abort', async () => {
  const stop = new AbortController()
  const { heygen } = clientOf((_, init) => {
    stop.abort()
    init.signal?.throwIfAborted()
    return json({})
  })
  await expect(heygen.getAccount({ signal: stop.signal })).rejects.toHaveProperty('name', 'AbortError')
})

test('media of other hosts and schemes reads as missing', async () => {
  const urls = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.test/a.webp',
    'https://heygen.ai.evil.test/a',
  ]
  const { heygen } = clientOf(() =>
    json({ data: urls.map((preview_image_url, id) => ({ id: String(id), preview_image_url })) }),
  )
  const page = await heygen.listLooks({})
  expect(page.items.map((look) => look.preview_image_url)).toEqual([null, null, null, null])
})
