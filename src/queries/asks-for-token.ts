import { HeygenHttpError } from '#heygen/errors.ts'

export const asksForToken = (error: unknown) =>
  error instanceof HeygenHttpError && error.status === 401 && error.code === 'access_token_required'
