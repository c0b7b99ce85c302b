import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { batchRequestSchema, type VideoRequest } from '#heygen/schemas/video-request.ts'
import { batchStage, countItems, itemAnswer, type BatchItem } from './batch-record.ts'
import type { SandboxEnv } from './env.ts'
import { listPage } from './list-page.ts'
import type { Failure } from './markers.ts'
import { limitSchema, readQuery } from './paging.ts'
import { readBody } from './read-body.ts'
import { Refusal } from './refusal.ts'
import { planVideo, type Plan } from './video-plan.ts'
import type { CreateDeps } from './video-routes.ts'

const pageQuery = z.object({ limit: limitSchema(100), token: z.optional(z.string()) })

/** Batches: what a single call would refuse is an item that failed, and the rest is made as slots get free. */
export function addBatchRoutes(app: Hono<SandboxEnv>, deps: CreateDeps): void {
  const { catalogue, account, jobs, batches } = deps

  function planItem(request: VideoRequest): { plan: Plan } | { error: Failure } {
    try {
      return { plan: planVideo(request, catalogue()) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { error: { code: error.code, message: error.message } }
    }
  }

  app.post('/v3/videos/batches', async (c) => {
    const { videos, title } = await readBody(c.req, batchRequestSchema)
    const plans = videos.map(planItem)
    account.charge(plans.reduce((sum, item) => sum + ('plan' in item ? item.plan.cents : 0), 0))
    const items = plans.map((item): BatchItem =>
      'plan' in item ? { video: jobs.queueVideo(item.plan) } : item,
    )
    const id = jobs.newId()
    batches.set(id, { id, title: title ?? null, created: jobs.now(), items })
    return c.json({ data: { batch_id: id } })
  })

  app.get('/v3/videos/batches/:id', (c) => {
    const batch = batches.get(c.req.param('id'))
    if (!batch) throw new Refusal(404, 'resource_not_found', 'There is no batch with this id.')
    const { limit = 100, token } = readQuery(pageQuery, c.req.query())
    const at = jobs.now()
    const rows = [...batch.items.entries()]
    const { data: items, ...page } = listPage(
      `batch ${batch.id}`,
      rows,
      { limit, token },
      ([index, item]) => itemAnswer(item, index, at),
      c.get('fault'),
    )
    return c.json({
      data: {
        batch_id: batch.id,
        title: batch.title,
        status: batchStage(batch, at),
        total_items: batch.items.length,
        counts_by_status: countItems(batch, at),
        created_at: Math.floor(batch.created / 1000),
        items,
        ...page,
      },
    })
  })
}
