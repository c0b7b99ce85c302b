import { HeygenHttpError } from '#heygen/errors.ts'

/** Seconds past which nobody sits and waits: Retry then works at once. */
const longestWait = 300
/** Milliseconds in which the same request is tried by itself once. */
const onceIn = 300_000

/** From when on it may be tried again, in epoch milliseconds, where the answer says so. */
export function retryAt(error: unknown): number | undefined {
  if (!(error instanceof HeygenHttpError)) return undefined
  const { status, retryAfter, at } = error
  if ((status !== 429 && status !== 503) || !retryAfter || retryAfter > longestWait) return undefined
  return at + retryAfter * 1000
}

const tried = new Map<string, number>()

/** Whether what failed so may be tried once without being asked: not again and again. Asking counts as the try. */
export function mayTryItself({ message }: Error): boolean {
  if (Date.now() - (tried.get(message) ?? -onceIn) < onceIn) return false
  tried.set(message, Date.now())
  return true
}
