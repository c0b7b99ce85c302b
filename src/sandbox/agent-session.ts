import { endOf, stageOf, type VideoRecord } from './video-record.ts'

interface Turn {
  at: number
  /** What the person wrote; null for the prompt's own turn. */
  message: string | null
  video: VideoRecord
}

/** A session of the video agent. Where it stands follows from the clock. Times are in milliseconds. */
export interface SessionRecord {
  id: string
  seq: number
  title: string
  mode: 'generate' | 'chat'
  prompt: string
  /** Who speaks, where the person said so. */
  cast: { avatar_id?: string | null | undefined; voice_id?: string | null | undefined }
  created: number
  thinksUntil: number
  stopped: number | null
  /** The videos it was told to make; in chat mode the first comes with the first message. */
  turns: Turn[]
}

export type SessionStage = 'thinking' | 'waiting_for_input' | 'generating' | 'completed' | 'failed'

const lastVideo = (session: SessionRecord) => session.turns.at(-1)?.video

export function sessionStage(session: SessionRecord, at: number): SessionStage {
  if (session.stopped !== null) return 'failed'
  if (at < session.thinksUntil) return 'thinking'
  const video = lastVideo(session)
  if (!video) return 'waiting_for_input'
  const stage = stageOf(video, at)
  return stage === 'completed' || stage === 'failed' ? stage : 'generating'
}

/** When it stops holding a slot: a session that waits for a person holds none. */
export function sessionEnd(session: SessionRecord): number {
  const video = lastVideo(session)
  return session.stopped ?? (video ? endOf(video) : session.thinksUntil)
}

function progressOf(session: SessionRecord, at: number): number {
  const video = lastVideo(session)
  if (!video) return 0
  if (sessionStage(session, at) === 'completed') return 100
  const { starts, span, halted } = video
  return Math.min(99, Math.floor(((Math.min(at, halted ?? at) - starts) / span) * 100))
}

interface Message {
  role: 'user' | 'model'
  type: 'text' | 'error'
  content: string
  at: number
}

const question = 'Who is it for, and what should they do after watching? I will begin when you answer.'
const plan =
  'Plan: one person speaks to the camera, a short opening, three points, a clear end. About 30 seconds.'
const longestList = 40

/** Oldest first, those of the future too. */
function script(session: SessionRecord): Message[] {
  const messages: Message[] = [{ role: 'user', type: 'text', content: session.prompt, at: session.created }]
  const say = (content: string, at: number, type: Message['type'] = 'text') =>
    messages.push({ role: 'model', type, content, at })
  say(session.mode === 'chat' ? question : plan, session.thinksUntil)
  for (const { at, message, video } of session.turns) {
    if (message !== null) {
      messages.push({ role: 'user', type: 'text', content: message, at })
      say(plan, at)
    }
    if (video.failure) say(video.failure.message, endOf(video), 'error')
    else say('The video is ready.', endOf(video))
  }
  return messages
}

function messagesOf(session: SessionRecord, at: number): Message[] {
  const { stopped } = session
  const until = stopped ?? at
  const said = script(session).filter((message) => message.at <= until)
  if (stopped !== null && said.at(-1)?.type !== 'error')
    said.push({ role: 'model', type: 'error', content: 'Stopped.', at: stopped })
  return said.toReversed().slice(0, longestList)
}

const unix = (ms: number) => Math.floor(ms / 1000)

/** GET /v3/video-agents/{session_id}. */
export const sessionAnswer = (session: SessionRecord, at: number) => ({
  session_id: session.id,
  status: sessionStage(session, at),
  progress: progressOf(session, at),
  title: session.title,
  video_id: lastVideo(session)?.id ?? null,
  created_at: unix(session.created),
  messages: messagesOf(session, at).map(({ role, type, content, at: said }) => ({
    role,
    type,
    content,
    created_at: unix(said),
    resource_ids: null,
  })),
})

/** A row of GET /v3/video-agents. */
export const listedSession = ({ id, title, created }: SessionRecord) => ({
  session_id: id,
  title,
  created_at: unix(created),
})
