import { Hono } from 'hono'
import * as z from 'zod/mini'
import { avatarTypes, ownerships } from '#heygen/schemas/look.ts'
import { createAccount } from './account.ts'
import { addAgentRoutes } from './agent-routes.ts'
import { createAnswers } from './answers.ts'
import type { BatchRecord } from './batch-record.ts'
import { addBatchRoutes } from './batch-routes.ts'
import { buildCatalogue, type Catalogue } from './catalogue.ts'
import type { SandboxEnv } from './env.ts'
import { createFaultSequence, faultResponse, spoilBody } from './faults.ts'
import { createIdempotency } from './idempotency.ts'
import { createJobs } from './jobs.ts'
import { listPage } from './list-page.ts'
import type { SandboxOptions } from './options.ts'
import { limitSchema, readQuery } from './paging.ts'
import type { GroupRecord } from './records.ts'
import { errorResponse, Refusal } from './refusal.ts'
import { styles } from './styles.ts'
import { addVideoRoutes } from './video-routes.ts'
import { voices } from './voices.ts'

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

/** Where HeyGen honours an Idempotency-Key. */
const idempotentPaths = ['/v3/videos', '/v3/videos/batches']

const ownership = z.optional(z.enum(ownerships, 'ownership must be public or private.'))
const token = z.optional(z.string())

/**
 * HeyGen's v3 API over a made-up catalogue: looks, people, voices, and videos that are made by the clock. What is
 * made is held in memory, by this sandbox alone. Reads of the catalogue are the same for the same options.
 */
export function createSandbox({
  looks,
  latencyMs = 0,
  faults = [],
  dialect = 'digital_twin',
  mediaBase = '/sandbox',
  now = Date.now,
  renderMs = 6000,
  balance = 42.5,
}: SandboxOptions = {}): Hono<SandboxEnv> {
  const answers = createAnswers({ mediaBase, dialect })
  const account = createAccount(balance)
  const jobs = createJobs(now, renderMs)
  const batches = new Map<string, BatchRecord>()
  const idempotency = createIdempotency(now)
  const nextFault = createFaultSequence(faults)
  // Built at the first request: an entry that only starts the server should not pay for it.
  let built: Catalogue | undefined
  const catalogue = () => (built ??= buildCatalogue(looks))
  const presentGroup = (group: GroupRecord) => answers.group(group, catalogue())

  const typeNames = avatarTypes.map((type) => (type === 'digital_twin' ? dialect : type))
  const typeRule = `avatar_type must be one of ${typeNames.join(', ')}.`
  const looksQuery = z.object({
    group_id: z.optional(z.string()),
    avatar_type: z.optional(z.enum(typeNames, typeRule)),
    ownership,
    limit: limitSchema(50),
    token,
  })
  const groupsQuery = z.object({ ownership, limit: limitSchema(50), token })
  const voicesQuery = z.object({
    type: z.optional(z.enum(ownerships, 'type must be public or private.')),
    engine: z.optional(z.string()),
    language: z.optional(z.string()),
    gender: z.optional(z.string()),
    limit: limitSchema(100),
    token,
  })
  const stylesQuery = z.object({ tag: z.optional(z.string()), limit: limitSchema(100), token })

  const app = new Hono<SandboxEnv>()
  app.on('POST', idempotentPaths, idempotency.claim)
  app.use(async (c, next) => {
    const fault = nextFault()
    c.set('fault', fault)
    const pause = latencyMs + (fault === 'slow' ? 3000 : 0)
    if (pause > 0) await wait(pause)
    const instead = faultResponse(fault)
    if (instead) return instead
    await next()
    if (fault === 'lost') throw new TypeError('The answer was lost: asked for by the fault list.')
    c.res = await spoilBody(fault, c.res)
    return undefined
  })
  app.on('POST', idempotentPaths, idempotency.keep)

  app.get('/v3/avatars/looks', (c) => {
    const { avatar_type: name, ...query } = readQuery(looksQuery, c.req.query())
    const avatar_type = name === 'video_avatar' ? 'digital_twin' : name
    const rows = catalogue().looks({ ...query, avatar_type })
    return c.json(listPage('looks', rows, { ...query, avatar_type }, answers.look, c.get('fault')))
  })

  app.get('/v3/avatars/looks/:id', (c) => {
    const look = catalogue().look(c.req.param('id'))
    if (!look) throw new Refusal(404, 'avatar_not_found', 'There is no look with this id.')
    return c.json({ data: answers.look(look) })
  })

  app.get('/v3/avatars', (c) => {
    const query = readQuery(groupsQuery, c.req.query())
    const rows = catalogue().groups(query.ownership)
    return c.json(listPage('groups', rows, query, presentGroup, c.get('fault')))
  })

  app.get('/v3/avatars/:id', (c) => {
    const group = catalogue().group(c.req.param('id'))
    if (!group) throw new Refusal(404, 'avatar_group_not_found', 'There is no avatar group with this id.')
    return c.json({ data: presentGroup(group) })
  })

  app.get('/v3/voices', (c) => {
    const { type = 'public', ...query } = readQuery(voicesQuery, c.req.query())
    const { engine, language, gender } = query
    const rows = voices.filter(
      (voice) =>
        voice.type === type &&
        (engine === undefined || voice.engines.includes(engine)) &&
        (language ?? voice.language) === voice.language &&
        (gender ?? voice.gender) === voice.gender,
    )
    return c.json(listPage('voices', rows, { ...query, type }, answers.listedVoice, c.get('fault')))
  })

  app.get('/v3/voices/:id', (c) => {
    const voice = voices.find(({ voice_id }) => voice_id === c.req.param('id'))
    if (!voice) throw new Refusal(404, 'voice_not_found', 'There is no voice with this id.')
    return c.json({ data: answers.voice(voice) })
  })

  app.get('/v3/users/me', (c) => c.json({ data: account.answer() }))

  app.get('/v3/video-agents/styles', (c) => {
    const query = readQuery(stylesQuery, c.req.query())
    const rows = styles.filter(({ tags }) => query.tag === undefined || tags.includes(query.tag))
    return c.json(listPage('styles', rows, query, answers.style, c.get('fault')))
  })

  const deps = { catalogue, answers, account, jobs, batches }
  // Batches first: /v3/videos/:id would take their name for an id.
  addBatchRoutes(app, deps)
  addVideoRoutes(app, deps)
  addAgentRoutes(app, deps)

  // Not notFound(): Hono drops that of an app which is mounted in another.
  app.all('*', (c) => {
    throw new Refusal(404, 'not_found', `The sandbox has no ${c.req.method} ${c.req.path}.`)
  })

  app.onError((error) => {
    if (!(error instanceof Refusal)) throw error
    const { status, code, message, param, headers } = error
    return errorResponse(status, { code, message, param }, headers)
  })
  return app
}
