import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { videoRequestSchema } from '#heygen/schemas/video-request.ts'
import type { Account } from './account.ts'
import type { createAnswers } from './answers.ts'
import type { BatchRecord } from './batch-record.ts'
import { batchStage } from './batch-record.ts'
import { writeSrt } from './captions.ts'
import type { Catalogue } from './catalogue.ts'
import type { SandboxEnv } from './env.ts'
import type { Jobs } from './jobs.ts'
import { bySeq, listPage } from './list-page.ts'
import { limitSchema, readQuery } from './paging.ts'
import { readBody } from './read-body.ts'
import { Refusal } from './refusal.ts'
import { planVideo } from './video-plan.ts'
import { queueWord } from './video-record.ts'

export interface CreateDeps {
  catalogue: () => Catalogue
  answers: ReturnType<typeof createAnswers>
  account: Account
  jobs: Jobs
  batches: Map<string, BatchRecord>
}

const text = z.optional(z.string())
const listQuery = z.object({ limit: limitSchema(100), token: text, folder_id: text, title: text })
const statusesQuery = z.object({ video_ids: text, batch_ids: text })
const mostStatuses = 100

const idsIn = (list = '') => [...new Set(list.split(',').filter(Boolean))]

const unknownVideo = () => new Refusal(404, 'video_not_found', 'There is no video with this id.')

/** Single videos: made, listed, followed and deleted. */
export function addVideoRoutes(app: Hono<SandboxEnv>, deps: CreateDeps): void {
  const { catalogue, answers, account, jobs, batches } = deps

  app.post('/v3/videos', async (c) => {
    const request = await readBody(c.req, videoRequestSchema)
    const plan = planVideo(request, catalogue())
    jobs.checkSlot()
    account.charge(plan.cents)
    const { id } = jobs.startVideo(plan)
    const output_format = ('output_format' in request && request.output_format) || 'mp4'
    return c.json({ data: { video_id: id, status: 'waiting', output_format } })
  })

  app.get('/v3/videos', (c) => {
    const { limit = 10, ...query } = readQuery(listQuery, c.req.query())
    const { title, folder_id } = query
    const wanted = title?.toLowerCase()
    // Nothing in the sandbox is in a folder.
    const rows = jobs
      .newestVideos()
      .filter((video) => !folder_id && (!wanted || video.title?.toLowerCase().includes(wanted)))
    const at = jobs.now()
    const present = (video: (typeof rows)[number]) => answers.video(video, at)
    return c.json(listPage('videos', rows, { ...query, limit }, present, c.get('fault'), bySeq))
  })

  app.get('/v3/videos/statuses', (c) => {
    const query = readQuery(statusesQuery, c.req.query())
    const videoIds = idsIn(query.video_ids)
    const batchIds = idsIn(query.batch_ids)
    const count = videoIds.length + batchIds.length
    if (count < 1 || count > mostStatuses)
      throw new Refusal(400, 'invalid_parameter', `video_ids and batch_ids take 1 to ${mostStatuses} ids.`, {
        param: 'video_ids',
      })
    const at = jobs.now()
    const data = [
      ...videoIds.map((video_id) => {
        const video = jobs.videos.get(video_id)
        const status = video ? queueWord(video, at) : 'not_found'
        return { video_id, batch_id: null, item_index: null, status, error: video?.failure ?? null }
      }),
      ...batchIds.map((batch_id) => {
        const batch = batches.get(batch_id)
        const status = batch ? batchStage(batch, at) : 'not_found'
        return { video_id: null, batch_id, item_index: null, status, error: null }
      }),
    ]
    return c.json({ data, has_more: false, next_token: null })
  })

  app.get('/v3/videos/:id', (c) => {
    const video = jobs.videos.get(c.req.param('id'))
    if (!video) throw unknownVideo()
    return c.json({ data: answers.video(video, jobs.now()) })
  })

  app.delete('/v3/videos/:id', (c) => {
    const id = c.req.param('id')
    if (!jobs.videos.delete(id)) throw unknownVideo()
    return c.json({ data: { id, deleted: true } })
  })

  app.get(answers.captionsPath, (c) => {
    const id = c.req.param('file').replace(/\.srt$/, '')
    const video = jobs.videos.get(id)
    if (!video?.captions) throw new Refusal(404, 'not_found', 'There are no captions of this name.')
    return c.body(writeSrt(video.captions.text, video.seconds), 200, {
      'content-type': 'application/x-subrip; charset=utf-8',
      'content-disposition': `attachment; filename="${id}.srt"`,
    })
  })
}
