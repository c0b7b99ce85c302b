import { HeygenHttpError } from '#heygen/errors.ts'
import type { AgentSession } from '#heygen/schemas/agent.ts'
import type { Video, VideoStatus } from '#heygen/schemas/video.ts'
import type { Intent } from '#queries/intents.ts'
import { settleIntent } from './intent.ts'
import { accepted, isOpen, type Render } from './render.ts'

/** Where a check asks. */
export interface Sources {
  statuses: (ids: string[], signal: AbortSignal) => Promise<VideoStatus[]>
  video: (id: string, signal: AbortSignal) => Promise<Video>
  session: (id: string, signal: AbortSignal) => Promise<AgentSession>
  intent: (key: string, signal: AbortSignal) => Promise<Intent>
}

type Change = Partial<Render>

export interface CheckResult {
  changes: Map<string, Change>
  /** Something could not be asked; it is asked again by the schedule. */
  failed: boolean
}

/** The most ids HeyGen takes at once. What is over comes in the next check. */
const mostIds = 100
const atOnce = 4
/** A video that HeyGen does not know yet may be a moment old; past this it does not exist. In ms. */
const unknownUntil = 120_000
/** An order can be on its way for as long as its call waits, and a little; before, "never seen" is not final. In ms. */
const onItsWay = 130_000

/** Asks after all of `due` at once: one request for all videos, one each for sessions and open orders. */
export async function checkRenders(
  due: readonly Render[],
  sources: Sources,
  now: number,
  signal: AbortSignal,
): Promise<CheckResult> {
  const videos = due.filter(({ videoId }) => videoId !== null).slice(0, mostIds)
  const rest = due.filter(({ videoId }) => videoId === null)
  const asOf: [string, Change][] = [...videos, ...rest].map(({ key }) => [key, { checkedAt: now }])
  const result: CheckResult = { changes: new Map(asOf), failed: false }
  const asked = async (renders: readonly Render[], ask: () => Promise<void>) => {
    try {
      await ask()
    } catch (error) {
      if (signal.aborted) return
      result.failed = true
      for (const { key } of renders)
        result.changes.set(key, { checkedAt: now, notBefore: waitOf(error, now) })
    }
  }
  const one = (render: Render, ask: (render: Render) => Promise<Change>) =>
    asked([render], async () => {
      result.changes.set(render.key, { checkedAt: now, notBefore: null, ...(await ask(render)) })
    })

  const followVideos = () =>
    asked(videos, async () => {
      const ids = videos.map(({ videoId }) => videoId ?? '')
      const rows = await sources.statuses(ids, signal)
      const states = new Map(rows.map((row) => [row.video_id, row.status]))
      await inTurns(videos, (render) =>
        one(render, (video) => videoChange(video, states.get(video.videoId) ?? '', sources, now, signal)),
      )
    })
  await Promise.all([
    videos.length > 0 ? followVideos() : undefined,
    inTurns(
      rest.filter(({ id }) => id !== null),
      (render) => one(render, (session) => sessionChange(session, sources, now, signal)),
    ),
    inTurns(
      rest.filter((render) => render.id === null && isOpen(render)),
      (render) => one(render, (order) => orderChange(order, sources, now, signal)),
    ),
  ])
  return result
}

const waitOf = (error: unknown, now: number) =>
  error instanceof HeygenHttpError && error.retryAfter !== undefined ? now + error.retryAfter * 1000 : null

const isMissing = (error: unknown) => error instanceof HeygenHttpError && error.status === 404

/** Four at a time. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}

const failed = (code: string, message: string): Change => ({
  state: 'failed',
  progress: null,
  failure: { code, message },
})

const missing = (render: Render, now: number): Change =>
  now - render.placedAt > unknownUntil ? failed('not_found', '') : {}

async function videoChange(
  render: Render,
  status: string,
  sources: Sources,
  now: number,
  signal: AbortSignal,
): Promise<Change> {
  if (status === 'not_found') return missing(render, now)
  if (status === 'completed' || status === 'failed') {
    // How it ended is known without them; length and reason can be had later, too.
    const video = render.videoId ? await sources.video(render.videoId, signal).catch(() => null) : null
    signal.throwIfAborted()
    if (status === 'failed') return failed(video?.failure_code ?? '', video?.failure_message ?? '')
    return {
      state: 'done',
      progress: null,
      doneAt: video?.completed_at ? video.completed_at * 1000 : now,
      duration: video?.duration ?? null,
      captions: video?.subtitle_url != null,
      title: render.title || (video?.title ?? ''),
    }
  }
  if (status === 'processing') return { state: 'rendering' }
  return status === 'pending' || status === 'queued' || status === 'waiting' ? { state: 'waiting' } : {}
}

async function sessionChange(
  render: Render,
  sources: Sources,
  now: number,
  signal: AbortSignal,
): Promise<Change> {
  let session: AgentSession
  try {
    session = await sources.session(render.id ?? '', signal)
  } catch (error) {
    if (isMissing(error)) return missing(render, now)
    throw error
  }
  if (session.status === 'failed') {
    const said = session.messages.find(({ type }) => type === 'error')
    return failed('', said?.content ?? '')
  }
  return {
    state: session.status === 'waiting_for_input' ? 'needs-input' : 'rendering',
    progress: session.progress,
    videoId: session.video_id,
    title: render.title || (session.title ?? ''),
  }
}

async function orderChange(
  render: Render,
  sources: Sources,
  now: number,
  signal: AbortSignal,
): Promise<Change> {
  let intent: Intent
  try {
    intent = await sources.intent(render.key, signal)
  } catch (error) {
    if (!isMissing(error)) throw error
    // It never arrived: the same order, placed again, is the same intent, so that it can never be two.
    return now - render.placedAt > onItsWay ? { state: 'absent' } : {}
  }
  const { state, answer, error, next_check_in: wait } = intent
  const id = render.route === '/v3/videos' ? answer?.video_id : answer?.session_id
  if (state === 'refused' || state === 'absent' || (state === 'done' && id))
    settleIntent(render.lookId, render.key)
  if (state === 'done' && id) return accepted(render.route, id)
  if (state === 'absent') return { state }
  if (state === 'refused')
    return { state, failure: { code: error?.code ?? '', message: error?.message ?? '' } }
  return {
    state: state === 'sending' ? 'sending' : 'unknown',
    notBefore: wait === null ? null : now + wait * 1000,
  }
}
