import { vi } from 'vitest'
import { openLedger } from '#server/ledger-file.ts'
import { refused, spender } from './spend-fixtures.ts'

export const start = 1_700_000_000_000
const seconds = (ms: number) => Math.floor(ms / 1000)

interface FakeSession {
  session_id: string
  created_at: number
  prompts?: string[]
}

/** A HeyGen that fails every order and lists what the test says; its clock is the test's. */
export function doubtful(settings: Parameters<typeof spender>[1] = {}) {
  const clock = { now: start }
  const heygen = {
    sessions: [] as FakeSession[],
    videos: [] as { id: string; created_at: number; title?: string }[],
    broken: false,
    listings: 0,
    make: (): Response => refused(500, 'internal_error'),
  }
  const answer = (url: string, { method }: RequestInit): Response => {
    const { pathname } = new URL(url)
    if (method === 'POST') return heygen.make()
    if (heygen.broken) return refused(403, 'forbidden')
    if (pathname === '/v3/video-agents') {
      heygen.listings += 1
      const data = heygen.sessions.map(({ session_id, created_at }) => ({
        session_id,
        created_at,
        title: null,
      }))
      return Response.json({ data, has_more: false, next_token: null })
    }
    if (pathname === '/v3/videos') {
      heygen.listings += 1
      const data = heygen.videos.map((video) => ({ status: 'processing', ...video }))
      return Response.json({ data, has_more: false, next_token: null })
    }
    const found = heygen.sessions.find(({ session_id }) => pathname.endsWith(`/${session_id}`))
    if (!found) return refused(404, 'not_found')
    const messages = (found.prompts ?? []).map((content) => ({
      role: 'user',
      type: 'text',
      content,
      created_at: found.created_at,
    }))
    return Response.json({ data: { ...found, status: 'generating', video_id: null, messages } })
  }
  const ledger = openLedger(':memory:')
  const made = spender(answer, {
    ledger: () => ledger,
    now: () => clock.now,
    // The background asks when the test does.
    ...settings,
    timings: { wait: 20, resends: [1, 1], listEvery: 30_000, ...settings.timings },
  })
  return {
    ...made,
    heygen,
    clock,
    /** Answered when nothing more is sent for it, however slow the machine is. */
    async order(...[path, body, key = 'intent-1']: Parameters<typeof made.order>) {
      const response = await made.order(path, body, key)
      await vi.waitUntil(() => ledger.find('local', key)?.state !== 'sending', { interval: 2 })
      return response
    },
  }
}

/** HeyGen's time of something, in seconds. */
export const at = (offset = 0) => seconds(start + offset)
