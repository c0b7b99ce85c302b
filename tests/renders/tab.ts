import { vi } from 'vitest'
import { HeygenHttpError } from '#heygen/errors.ts'
import type { AgentSession } from '#heygen/schemas/agent.ts'
import type { Video } from '#heygen/schemas/video.ts'
import type { Intent } from '#queries/intents.ts'
import { poll, type WatchStatus } from '#renders/poll.ts'
import type { Sources } from '#renders/sources.ts'
import { fakeBrowserStorage, FakePage } from './fixtures.ts'

export const aVideo = (id: string, rest: Partial<Video> = {}): Video => ({
  id,
  status: 'completed',
  title: null,
  video_url: 'https://files.heygen.ai/v.mp4?Expires=1',
  captioned_video_url: null,
  subtitle_url: null,
  thumbnail_url: null,
  gif_url: null,
  failure_code: null,
  failure_message: null,
  duration: null,
  created_at: null,
  completed_at: null,
  ...rest,
})

export const aSession = (rest: Partial<AgentSession>): AgentSession => ({
  session_id: 's',
  status: 'generating',
  progress: 40,
  title: null,
  video_id: null,
  created_at: null,
  messages: [],
  ...rest,
})

export const anIntent = (state: string, rest: Partial<Intent> = {}): Intent => ({
  state,
  answer: null,
  error: null,
  next_check_in: null,
  ...rest,
})

export const notFound = new HeygenHttpError('GET', 404, { code: 'not_found', message: '' }, {})

/** Everything still renders, unless a test says otherwise. */
function fakeSources() {
  return {
    statuses: vi.fn<Sources['statuses']>(async (ids) =>
      ids.map((id) => ({ video_id: id, batch_id: null, item_index: null, status: 'processing' })),
    ),
    video: vi.fn<Sources['video']>(async (id) => aVideo(id)),
    session: vi.fn<Sources['session']>(async () => aSession({})),
    batch: vi.fn<Sources['batch']>(async () => ({ status: 'processing', items: [] })),
    intent: vi.fn<Sources['intent']>(async () => anIntent('unknown')),
  }
}

export const statusOf =
  (status: string): Sources['statuses'] =>
  async (ids) =>
    ids.map((id) => ({ video_id: id, batch_id: null, item_index: null, status }))

/** A tab of a browser, that asks fake sources. */
export function aTab(browser = fakeBrowserStorage()) {
  const store = browser.tab()
  const sources = fakeSources()
  const page = new FakePage()
  const statuses: WatchStatus[] = []
  const start = () => poll({ store, sources, page, onStatus: (status) => void statuses.push(status) })
  const state = (key: string) => store.read().find((render) => render.key === key)
  return { store, sources, page, statuses, start, state }
}
