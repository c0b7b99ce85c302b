import { sessionEnd, sessionStage, type SessionRecord } from './agent-session.ts'
import { failureAsked, slownessAsked } from './markers.ts'
import { Refusal } from './refusal.ts'
import type { Plan } from './video-plan.ts'
import { endOf, type VideoRecord } from './video-record.ts'

/** Renders and agent sessions that HeyGen runs at once. */
const slots = 10

const newId = () => crypto.randomUUID().replaceAll('-', '')
const newestFirst = <T>(records: ReadonlyMap<string, T>) => [...records.values()].toReversed()

/** The renders and sessions of one sandbox, in memory, and the slots they run in. */
export function createJobs(now: () => number, renderMs: number) {
  const videos = new Map<string, VideoRecord>()
  const sessions = new Map<string, SessionRecord>()
  let made = 0

  /** The first moment from now on at which fewer than ten are running or in line. */
  function freeAt(): number {
    const at = now()
    const ends = [
      ...[...videos.values()].filter(({ session }) => session === null).map(endOf),
      ...[...sessions.values()].map(sessionEnd),
    ]
    const running = ends.filter((end) => end > at).toSorted((a, b) => a - b)
    return running[running.length - slots] ?? at
  }

  function addVideo(plan: Plan, session: string | null, starts: number): VideoRecord {
    const { title, seconds, footage, captions, text } = plan
    const video: VideoRecord = {
      id: newId(),
      seq: ++made,
      title,
      created: now(),
      starts,
      span: renderMs * slownessAsked(text),
      halted: null,
      failure: failureAsked(text),
      seconds,
      footage,
      captions,
      session,
    }
    videos.set(video.id, video)
    return video
  }

  function addTurn(session: SessionRecord, message: string | null, plan: Plan): VideoRecord {
    const at = now()
    const video = addVideo({ ...plan, title: session.title }, session.id, at)
    session.turns.push({ at, message, video })
    return video
  }

  return {
    now,
    videos,
    sessions,
    newId,
    newestVideos: () => newestFirst(videos),
    newestSessions: () => newestFirst(sessions),
    /** Throws a Refusal where ten jobs are running. */
    checkSlot: (): void => {
      const wait = freeAt() - now()
      if (wait <= 0) return
      throw new Refusal(429, 'quota_exceeded', 'Ten jobs are running, which is as many as there can be.', {
        headers: { 'retry-after': String(Math.ceil(wait / 1000)) },
      })
    },
    /** A render that starts now. */
    startVideo: (plan: Plan) => addVideo(plan, null, now()),
    /** A render that starts as soon as there is a slot. */
    queueVideo: (plan: Plan) => addVideo(plan, null, freeAt()),
    /** A session, with its video in generate mode; in chat mode the plan is for later. */
    startSession: (
      { mode, prompt, cast }: Pick<SessionRecord, 'mode' | 'prompt' | 'cast'>,
      plan: Plan,
    ): SessionRecord => {
      const created = now()
      const session: SessionRecord = {
        id: newId(),
        seq: ++made,
        title: prompt.trim().slice(0, 60),
        mode,
        prompt,
        cast,
        created,
        thinksUntil: created + (renderMs * slownessAsked(prompt)) / 4,
        stopped: null,
        turns: [],
      }
      sessions.set(session.id, session)
      if (mode === 'generate') addTurn(session, null, plan)
      return session
    },
    addTurn,
    /** Ends what is running or waiting; nothing else changes. */
    stopSession: (session: SessionRecord): void => {
      const at = now()
      const stage = sessionStage(session, at)
      if (stage === 'completed' || stage === 'failed') return
      session.stopped = at
      const video = session.turns.at(-1)?.video
      if (!video || endOf(video) <= at) return
      video.halted = at
      video.failure = { code: 'stopped', message: 'Stopped.' }
    },
  }
}

export type Jobs = ReturnType<typeof createJobs>
