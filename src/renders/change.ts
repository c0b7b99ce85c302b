import { HeygenHttpError } from '#heygen/errors.ts'
import type { Render } from './render.ts'

/** What a check found out about a render. */
export type Change = Partial<Render>

/** What HeyGen does not know yet may be a moment old; past this it does not exist. In ms. */
const unknownUntil = 120_000

export const failed = (code: string, message: string): Change => ({
  state: 'failed',
  progress: null,
  failure: { code, message },
})

/** HeyGen does not know it. */
export const missing = ({ placedAt }: Render, now: number): Change =>
  now - placedAt > unknownUntil ? failed('not_found', '') : {}

export const isMissing = (error: unknown) => error instanceof HeygenHttpError && error.status === 404
