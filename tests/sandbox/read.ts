import { expect } from 'vitest'
import * as z from 'zod/mini'
import { createSandbox } from '#sandbox/sandbox.ts'

const row = z.looseObject({
  id: z.optional(z.string()),
  voice_id: z.optional(z.string()),
  name: z.string(),
  avatar_type: z.optional(z.string()),
  group_id: z.optional(z.nullable(z.string())),
  gender: z.optional(z.nullable(z.string())),
  default_voice_id: z.optional(z.nullable(z.string())),
  preview_image_url: z.optional(z.nullable(z.string())),
  preview_video_url: z.optional(z.nullable(z.string())),
  preview_audio_url: z.optional(z.nullable(z.string())),
  looks_count: z.optional(z.number()),
  status: z.optional(z.nullable(z.string())),
  language: z.optional(z.string()),
  type: z.optional(z.string()),
})
const body = z.object({ data: z.array(row), has_more: z.boolean(), next_token: z.nullable(z.string()) })
const refusal = z.object({
  error: z.object({ code: z.string(), message: z.string(), param: z.optional(z.string()) }),
})

export type Row = z.infer<typeof row>
export type Sandbox = ReturnType<typeof createSandbox>

/** The list page at `path`, which must be a success. */
export async function readList(sandbox: Sandbox, path: string) {
  const response = await sandbox.request(path)
  expect(response.status).toBe(200)
  return body.parse(await response.json())
}

/** Every row of the listing at `path`, by its cursors. */
export async function readAll(sandbox: Sandbox, path: string, limit = 50): Promise<Row[]> {
  const rows: Row[] = []
  let token = ''
  do {
    const page = await readList(sandbox, `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${token}`)
    rows.push(...page.data)
    expect(page.has_more).toBe(page.next_token !== null)
    token = page.next_token === null ? '' : `&token=${encodeURIComponent(page.next_token)}`
  } while (token)
  return rows
}

/** Status and error of a request, which must be refused with HeyGen's envelope. */
export async function readRefusal(sandbox: Sandbox, path: string) {
  const response = await sandbox.request(path)
  return { status: response.status, ...refusal.parse(await response.json()).error }
}
