import type { IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openLedger } from '#server/ledger-file.ts'
import type { LogLine } from '#server/log.ts'
import { createSpending } from '#server/spending.ts'
import { createUpstream } from '#server/upstream.ts'
import { canary, configOf, pageHeaders, serve } from './fixtures.ts'

const modeOfQuery = ({ url = '/' }: IncomingMessage) =>
  new URL(url, 'http://x').searchParams.get('group_id') ?? ''

// What arrives upstream comes back in every place an answer has.
const hostile = (modeOf = modeOfQuery) =>
  serve((request, response) => {
    const echo = JSON.stringify(request.headers)
    const mode = modeOf(request)
    const secret = String(request.headers['x-api-key'] ?? request.headers.authorization)
    response.setHeader('set-cookie', `k=${secret}`)
    response.setHeader('x-request-id', secret)
    response.setHeader('retry-after', secret)
    const error = { code: secret, message: `bad key ${secret} in ${echo}`, param: secret, doc_url: secret }
    switch (mode) {
      case 'data':
        return response.end(
          JSON.stringify({ data: [{ id: secret, [secret]: [secret, { a: echo }] }], next_token: secret }),
        )
      case 'escaped':
        return response.end(
          `{"data":"${Array.from(canary, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
        )
      case 'error':
        response.statusCode = 400
        return response.end(JSON.stringify({ error }))
      case 'limit':
        response.statusCode = 429
        return response.end(JSON.stringify({ error }))
      case 'unauthorized':
        response.statusCode = 401
        return response.end(JSON.stringify({ error }))
      case 'string':
        response.statusCode = 500
        return response.end(JSON.stringify({ error: echo }))
      case 'error-200':
        return response.end(JSON.stringify({ error }))
      case 'html':
        return response.end(`<pre>${echo}</pre>`)
      case 'redirect':
        response.writeHead(302, { location: `http://127.0.0.1:1/?${secret}` })
        return response.end(echo)
      case 'status-text':
        response.writeHead(503, secret)
        return response.end(echo)
      case 'garbage':
        return request.socket.end(`${secret}\r\n\r\n${echo}`)
      default:
        return request.socket.destroy()
    }
  })

test.each([['HEYGEN_API_KEY'], ['HEYGEN_ACCESS_TOKEN']])(
  'the credential in %s is in no answer and no log line, whatever the upstream echoes',
  async (variable) => {
    const baseUrl = await hostile()
    const config = configOf({ [variable]: canary, HEYGEN_BASE_URL: baseUrl })
    const lines: LogLine[] = []
    const upstream = createUpstream({
      ...config,
      userAgent: 'lookbook/test',
      fetch,
      sleep: async () => {},
      breaker: null,
    })
    const app = createApp({ config, upstream, log: (line) => lines.push(line) })
    const modes = [
      'data',
      'escaped',
      'error',
      'limit',
      'unauthorized',
      'string',
      'error-200',
      'html',
      'redirect',
      'status-text',
      'garbage',
      'reset',
    ]
    const statuses: number[] = []
    for (const mode of modes) {
      const response = await app.request(`http://localhost:4173/api/v3/avatars/looks?group_id=${mode}`, {
        headers: pageHeaders,
      })
      const seen = [...response.headers].flat().join('\n') + response.statusText + (await response.text())
      statuses.push(response.status)
      expect(`${mode} ${seen}`).not.toContain(canary)
      expect(`${mode} ${seen}`).not.toContain(btoa(canary))
    }
    // All of them were really asked.
    expect(statuses).toEqual([200, 200, 400, 429, 401, 500, 502, 502, 502, 503, 502, 502])
    expect(lines).toHaveLength(modes.length)
    expect(JSON.stringify(lines)).not.toContain(canary)
  },
)

test('what is beside the credential stays', async () => {
  const baseUrl = await hostile()
  const config = configOf({ HEYGEN_API_KEY: canary, HEYGEN_BASE_URL: baseUrl })
  const app = createApp({
    config,
    upstream: createUpstream({ ...config, userAgent: 'lookbook/test', fetch }),
  })
  const response = await app.request('http://localhost:4173/api/v3/avatars/looks?group_id=data', {
    headers: pageHeaders,
  })
  expect(await response.json()).toMatchObject({
    data: [
      {
        id: '[removed]',
        '[removed]': ['[removed]', { a: expect.stringContaining('"accept":"application/json"') }],
      },
    ],
  })
})

test('nor in what is told of orders, stops and deletions', async () => {
  let mode = ''
  const baseUrl = await hostile(() => mode)
  const config = configOf({
    HEYGEN_API_KEY: canary,
    HEYGEN_BASE_URL: baseUrl,
    ALLOW_DELETE: '1',
    CREATES_PER_MINUTE: '100',
  })
  const launchToken = 'c0ffee00'.repeat(4)
  const lines: LogLine[] = []
  const upstream = createUpstream({ ...config, userAgent: 'lookbook/test', fetch, sleep: async () => {} })
  const spending = createSpending({
    openLedger: () => openLedger(':memory:'),
    upstream,
    budgets: config.budgets,
    sends: config.spending,
    timings: { wait: 60, resends: [1, 1] },
  })
  onTestFinished(() => spending.close())
  const app = createApp({ config, upstream, spending, launchToken, log: (line) => lines.push(line) })
  const calls: [method: string, path: string, body?: string][] = [
    ['POST', '/v3/videos', '{"type":"avatar","avatar_id":"a","script":"Hi."}'],
    ['POST', '/v3/video-agents', '{"prompt":"Tea."}'],
    ['GET', '/intents/KEY'],
    ['POST', '/v3/video-agents/s1/stop', '{}'],
    ['DELETE', '/v3/videos/v1'],
  ]
  const modes = ['data', 'error', 'limit', 'unauthorized', 'string', 'error-200', 'html', 'redirect', 'reset']
  const statuses = new Set<number>()
  for (mode of modes)
    for (const [method, path, body] of calls) {
      const response = await app.request(`http://localhost:4173/api${path.replace('KEY', mode)}`, {
        method,
        headers: {
          ...pageHeaders,
          origin: 'http://localhost:4173',
          'content-type': 'application/json',
          'idempotency-key': mode,
          'x-lookbook-launch': launchToken,
        },
        ...(body === undefined ? {} : { body }),
      })
      const seen = [...response.headers].flat().join('\n') + (await response.text())
      statuses.add(response.status)
      expect(`${mode} ${path} ${seen}`).not.toContain(canary)
      expect(`${mode} ${path} ${seen}`).not.toContain(launchToken)
    }
  expect(statuses).toEqual(new Set([200, 202, 400, 401, 429, 500, 502]))
  expect(lines).toHaveLength(modes.length * calls.length)
  expect(JSON.stringify(lines)).not.toContain(canary)
  expect(JSON.stringify(lines)).not.toContain(launchToken)
})

test('the access token and what a session’s cookie holds are in no answer but its own Set-Cookie, and in no log line', async () => {
  const accessToken = 'canary-Zk3qv8WcR1x_Yt7LmN0bQa'
  const baseUrl = await hostile()
  const config = configOf({
    HEYGEN_API_KEY: canary,
    HEYGEN_BASE_URL: baseUrl,
    LOOKBOOK_ACCESS_TOKEN: accessToken,
  })
  const lines: LogLine[] = []
  const upstream = createUpstream({ ...config, userAgent: 'lookbook/test', fetch, sleep: async () => {} })
  const app = createApp({ config, upstream, log: (line) => lines.push(line) })
  const call = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    app.request(`http://localhost:4173${path}`, {
      method,
      headers: {
        ...pageHeaders,
        origin: 'http://localhost:4173',
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
  const signedIn = await call('POST', '/api/session', {}, JSON.stringify({ access_token: accessToken }))
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const id = cookie.split('=')[1] ?? ''
  expect(id).toHaveLength(64)
  const answers = [
    signedIn,
    await call('POST', '/api/session', { cookie }, JSON.stringify({ access_token: `${accessToken}x` })),
    await call('POST', '/api/session', { cookie }, JSON.stringify({ [accessToken]: id })),
    await call('POST', '/api/session', { cookie }, accessToken),
    await call('GET', '/api/v3/avatars/looks?group_id=data', { cookie }),
    await call('GET', '/api/v3/avatars/looks?group_id=error', { cookie, 'x-lookbook-token': accessToken }),
    await call('GET', '/api/v3/avatars/looks?group_id=html', { 'x-lookbook-token': accessToken }),
    await call('GET', '/api/v3/avatars/looks', { 'x-lookbook-token': `${accessToken}x` }),
    await call('GET', `/api/v3/nothing`, { cookie }),
    await call('DELETE', '/api/session', { cookie }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 422, 400, 200, 400, 502, 401, 404, 200])
  const seen = await Promise.all(
    answers.map(
      async (answer) => `${[...answer.headers].flat().join('\n')}\n${answer.status} ${await answer.text()}`,
    ),
  )
  const [first, ...others] = seen
  expect(first).toContain(`=${id};`)
  expect(others.filter((text) => text.includes(id))).toEqual([])
  expect(seen.filter((text) => text.includes(accessToken))).toEqual([])
  expect(lines).toHaveLength(answers.length)
  expect(JSON.stringify(lines)).not.toContain(accessToken)
  expect(JSON.stringify(lines)).not.toContain(id)
})
