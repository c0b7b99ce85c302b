import { expect, test } from 'vitest'
import { appOf } from './fixtures.ts'

// The rules of Mozilla's HTTP Observatory that concern an answer, by their published weights: 100 to begin with, bonuses
// count from 90 on, A+ from 100.

const publicHttps = {
  HEYGEN_API_KEY: 'sk_canary_5f1d0c7e9b3a4286',
  PUBLIC_URL: 'https://looks.example',
  LOOKBOOK_ACCESS_TOKEN: 'a-token-of-128-bits-at-the-least-0123456789',
}

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name, sources]
    }),
  )
}

interface Grade {
  score: number
  missing: string[]
}

function gradeOf(headers: Headers): Grade {
  const policy = directives(headers.get('content-security-policy') ?? '')
  const sources = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*']
  const unsafe = (name: string) =>
    sources(name).some((source) => /^(?:'unsafe-inline'|'unsafe-eval'|\*|https?:|data:)$/.test(source))
  const missing: string[] = []
  let [score, bonus] = [100, 0]
  const rule = (holds: boolean, name: string, penalty: number, more = 0) => {
    if (holds) bonus += more
    else {
      score -= penalty
      missing.push(name)
    }
  }
  rule(!unsafe('script-src') && !unsafe('object-src'), 'csp', 25)
  rule(!unsafe('style-src'), 'styles', 20)
  rule(policy.get('default-src')?.join() === "'none'", 'default-src none', 0, 10)
  rule(!headers.has('access-control-allow-origin'), 'cors', 50)
  const [, age = '0'] = /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '') ?? []
  rule(Number(age) >= 15_768_000, 'hsts', 20)
  rule(
    /^(?:no-referrer|same-origin|strict-origin)/.test(headers.get('referrer-policy') ?? ''),
    'referrer',
    5,
    5,
  )
  rule(headers.get('x-content-type-options') === 'nosniff', 'nosniff', 5)
  rule(policy.get('frame-ancestors')?.join() === "'none'", 'framing', 20, 5)
  rule(/^same-(?:origin|site)$/.test(headers.get('cross-origin-resource-policy') ?? ''), 'corp', 0, 10)
  const cookie = headers.get('set-cookie')
  rule(cookie === null || /;\s*secure/i.test(cookie), 'secure cookies', 20)
  rule(cookie === null || (/httponly/i.test(cookie) && /samesite/i.test(cookie)), 'cookies', 20)
  return { score: score >= 90 ? score + bonus : score, missing }
}

const open = (path: string) =>
  appOf(() => Response.json({ data: [] }), publicHttps, {
    files: () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
  }).app.request(`https://looks.example${path}`, {
    headers: {
      host: 'looks.example',
      accept: 'text/html',
      'x-lookbook': '1',
      'x-lookbook-token': publicHttps.LOOKBOOK_ACCESS_TOKEN,
    },
  })

test.each(['/', '/looks/a', '/api/v3/avatars', '/healthz', '/api/nothing'])('%s grades A+', async (path) => {
  const { score, missing } = gradeOf((await open(path)).headers)
  expect(missing).toEqual([])
  expect(score).toBeGreaterThanOrEqual(100)
})

test('the answer that signs in, with its cookie, grades A+', async () => {
  const answer = await appOf(() => Response.json({ data: [] }), publicHttps).app.request(
    'https://looks.example/api/session',
    {
      method: 'POST',
      headers: {
        host: 'looks.example',
        'x-lookbook': '1',
        origin: 'https://looks.example',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ access_token: publicHttps.LOOKBOOK_ACCESS_TOKEN }),
    },
  )
  expect(answer.headers.has('set-cookie')).toBe(true)
  expect(gradeOf(answer.headers).missing).toEqual([])
})

test('what is left out costs the grade', async () => {
  const { headers } = await open('/')
  for (const name of [
    'content-security-policy',
    'strict-transport-security',
    'referrer-policy',
    'x-content-type-options',
  ]) {
    const less = new Headers(headers)
    less.delete(name)
    expect(gradeOf(less).score).toBeLessThan(gradeOf(headers).score)
  }
})

test("the picker's page loses what framing costs, and nothing else", async () => {
  expect(gradeOf((await open('/pick')).headers).missing).toEqual(['framing'])
})
