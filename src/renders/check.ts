import { HeygenHttpError } from '#heygen/errors.ts'
import { batchChange } from './batch-change.ts'
import type { Change } from './change.ts'
import { waitEnd } from './follow.ts'
import { orderChange } from './order-change.ts'
import { intentOf, isOpen, type Render } from './render.ts'
import { sessionChange } from './session-change.ts'
import type { Sources } from './sources.ts'
import { videoChange } from './video-change.ts'

export interface CheckResult {
  changes: Map<string, Change>
  /** Something could not be asked; it is asked again by the schedule. */
  failed: boolean
}

/** The most ids HeyGen takes at once. What is over comes in the next check. */
const mostIds = 100
const atOnce = 4

/** Asks after all of `due` at once: one request for all videos, one each for batches, sessions and open orders. */
export async function checkRenders(
  due: readonly Render[],
  sources: Sources,
  now: number,
  signal: AbortSignal,
): Promise<CheckResult> {
  const asking = { sources, now, signal }
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
  const found = ({ key }: Render, change: Change) =>
    void result.changes.set(key, { checkedAt: now, notBefore: null, ...change })
  const one = (render: Render, ask: (render: Render) => Promise<Change>) =>
    asked([render], async () => found(render, await ask(render)))

  const followVideos = () =>
    asked(videos, async () => {
      const ids = videos.map(({ videoId }) => videoId ?? '')
      const rows = await sources.statuses(ids, signal)
      const states = new Map(rows.map((row) => [row.video_id, row.status]))
      await inTurns(videos, (render) =>
        one(render, (video) => videoChange(video, states.get(video.videoId) ?? '', asking)),
      )
    })
  const followBatch = (renders: Several) =>
    asked(renders, async () => {
      const changeOf = await batchChange(renders[0].batch?.id ?? '', asking)
      await inTurns(renders, (render) => one(render, changeOf))
    })
  const followOrder = (renders: Several) =>
    asked(renders, async () => {
      const changeOf = await orderChange(renders[0], asking)
      for (const render of renders) found(render, changeOf(render))
    })
  await Promise.all([
    videos.length > 0 ? followVideos() : undefined,
    inTurns(
      rest.filter(({ id }) => id !== null),
      (render) => one(render, (session) => sessionChange(session, asking)),
    ),
    inTurns(
      groupsOf(rest, ({ id, batch }) => (id === null ? batch?.id : null)),
      followBatch,
    ),
    inTurns(
      groupsOf(rest, (render) => (render.id === null && isOpen(render) ? intentOf(render) : null)),
      followOrder,
    ),
  ])
  return result
}

const waitOf = (error: unknown, now: number) =>
  error instanceof HeygenHttpError && error.retryAfter !== undefined ? waitEnd(error.retryAfter, now) : null

type Several = [Render, ...Render[]]

/** What is asked after as one: by what `keyOf` gives, without those it gives nothing for. */
function groupsOf(
  renders: readonly Render[],
  keyOf: (render: Render) => string | null | undefined,
): Several[] {
  const groups = new Map<string, Several>()
  for (const render of renders) {
    const key = keyOf(render)
    if (!key) continue
    const group = groups.get(key)
    if (group) group.push(render)
    else groups.set(key, [render])
  }
  return [...groups.values()]
}

/** Four at a time. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
