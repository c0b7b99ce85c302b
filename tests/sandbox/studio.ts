import * as z from 'zod/mini'
import type { AgentRequest, AvatarVideoRequest } from '#heygen/schemas/video-request.ts'
import { createHeygenVideos } from '#heygen/videos.ts'
import type { SandboxOptions } from '#sandbox/options.ts'
import { hexId } from '#sandbox/random.ts'
import { createSandbox } from '#sandbox/sandbox.ts'

/** A look of each kind, of the demo people. */
export const lookIds = {
  studio: 'Marcus_suit_studio_front',
  twin: hexId('look carmen-vneck-hall-2'),
  photo: hexId('look yuki-stripes-forest-1'),
}

/** How long a render takes in here, in milliseconds. */
export const span = 6000

const refusal = z.object({
  error: z.object({ code: z.string(), message: z.string(), param: z.optional(z.string()) }),
})
const account = z.object({ data: z.object({ wallet: z.object({ remaining_balance: z.number() }) }) })

/** A sandbox with a clock that stands, its client, and short ways to what the tests do most. */
export function openStudio(options: SandboxOptions = {}) {
  let at = 1_800_000_000_000
  let keys = 0
  const sandbox = createSandbox({ now: () => at, renderMs: span, ...options })
  const heygen = createHeygenVideos({
    baseUrl: 'http://sandbox.test',
    fetch: async (input, init) => sandbox.fetch(new Request(input, init)),
  })

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    sandbox.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })

  return {
    sandbox,
    heygen,
    post,
    pass: (ms: number) => {
      at += ms
    },
    /** The id of a video that was made with this script. */
    speak: async (script: string, more: Partial<AvatarVideoRequest> = {}) => {
      const request = { type: 'avatar' as const, avatar_id: lookIds.studio, script, ...more }
      return (await heygen.createVideo(request, `key-${++keys}`)).video_id
    },
    /** The id of a session with this prompt. */
    ask: async (prompt: string, more: Partial<AgentRequest> = {}) =>
      (await heygen.createSession({ prompt, ...more }, `key-${++keys}`)).session_id,
    /** Status, Retry-After and error of a call that must be refused. */
    refused: async (path: string, body: unknown, headers?: Record<string, string>) => {
      const response = await post(path, body, headers)
      const { error } = refusal.parse(await response.json())
      return { status: response.status, retryAfter: response.headers.get('retry-after'), ...error }
    },
    balance: async () =>
      account.parse(await (await sandbox.request('/v3/users/me')).json()).data.wallet.remaining_balance,
  }
}
