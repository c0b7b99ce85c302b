import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { agentMessageRequestSchema, agentRequestSchema } from '#heygen/schemas/video-request.ts'
import { listedSession, sessionAnswer, sessionStage, type SessionRecord } from './agent-session.ts'
import type { SandboxEnv } from './env.ts'
import { bySeq, listPage } from './list-page.ts'
import { limitSchema, readQuery } from './paging.ts'
import { readBody } from './read-body.ts'
import { Refusal } from './refusal.ts'
import { planAgentVideo } from './video-plan.ts'
import type { CreateDeps } from './video-routes.ts'

const pageQuery = z.object({ limit: limitSchema(100), token: z.optional(z.string()) })

/** Sessions of the video agent. As HeyGen documents it, none of these calls honours an Idempotency-Key. */
export function addAgentRoutes(
  app: Hono<SandboxEnv>,
  { catalogue, answers, account, jobs }: CreateDeps,
): void {
  function sessionOf(id: string): SessionRecord {
    const session = jobs.sessions.get(id)
    if (!session) throw new Refusal(404, 'resource_not_found', 'There is no session with this id.')
    return session
  }

  app.post('/v3/video-agents', async (c) => {
    const { prompt, mode = 'generate', ...request } = await readBody(c.req, agentRequestSchema)
    const plan = planAgentVideo(request, prompt, 'prompt', catalogue())
    jobs.checkSlot()
    // A chat costs nothing until it makes its video.
    if (mode === 'generate') account.charge(plan.cents)
    const { avatar_id, voice_id } = request
    const session = jobs.startSession({ mode, prompt, cast: { avatar_id, voice_id } }, plan)
    const { session_id, status, video_id, created_at } = sessionAnswer(session, jobs.now())
    return c.json({ data: { session_id, status, video_id, created_at } })
  })

  app.get('/v3/video-agents', (c) => {
    const query = readQuery(pageQuery, c.req.query())
    return c.json(listPage('sessions', jobs.newestSessions(), query, listedSession, c.get('fault'), bySeq))
  })

  app.get('/v3/video-agents/:id', (c) => {
    const session = sessionOf(c.req.param('id'))
    return c.json({ data: sessionAnswer(session, jobs.now()) })
  })

  app.get('/v3/video-agents/:id/videos', (c) => {
    const query = readQuery(pageQuery, c.req.query())
    const { id, turns } = sessionOf(c.req.param('id'))
    const rows = turns
      .map(({ video }) => video)
      .filter((video) => jobs.videos.has(video.id))
      .toReversed()
    const at = jobs.now()
    const present = (video: (typeof rows)[number]) => answers.video(video, at)
    return c.json(listPage(`videos of ${id}`, rows, query, present, c.get('fault'), bySeq))
  })

  app.post('/v3/video-agents/:id', async (c) => {
    const session = sessionOf(c.req.param('id'))
    const { message, ...request } = await readBody(c.req, agentMessageRequestSchema)
    const stage = sessionStage(session, jobs.now())
    if (session.mode !== 'chat' || stage === 'failed')
      throw new Refusal(400, 'invalid_parameter', 'Only a chat session that has not failed takes messages.')
    if (stage === 'thinking' || stage === 'generating')
      throw new Refusal(409, 'resource_not_ready', 'The session is still at work.')
    const text = `${session.prompt} ${message}`
    const plan = planAgentVideo({ ...session.cast, ...request }, text, 'message', catalogue())
    jobs.checkSlot()
    account.charge(plan.cents)
    jobs.addTurn(session, message, plan)
    return c.json({ data: { session_id: session.id, run_id: jobs.newId(), title: session.title } })
  })

  app.post('/v3/video-agents/:id/stop', (c) => {
    const session = sessionOf(c.req.param('id'))
    jobs.stopSession(session)
    return c.json({ data: { session_id: session.id } })
  })
}
