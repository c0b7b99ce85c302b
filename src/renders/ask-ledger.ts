import { HeygenHttpError } from '#heygen/errors.ts'
import { readIntent, type Intent } from '#queries/intents.ts'
import { isDefinite } from './is-definite.ts'

/** What our server's ledger says of a key. */
export type LedgerWord =
  | { state: 'done'; answer: Intent['answer'] }
  /** HeyGen refused it, or never got it. */
  | { state: 'refused'; error: HeygenHttpError }
  /** It is there, and has no end yet. */
  | { state: 'open' }
  /** It never came. */
  | { state: 'unseen' }
  /** It could not be asked. */
  | { state: 'silent' }

const soon = [1000, 2000, 4000]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * The answer to `call`, sent under `key`, was lost or does not tell all: the ledger knows more. `waits` are those
 * before each look, in ms. Never throws.
 */
export async function askLedger(key: string, call: string, waits = soon): Promise<LedgerWord> {
  let word: LedgerWord = { state: 'silent' }
  for (const wait of waits) {
    await pause(wait)
    try {
      word = wordOf(call, await readIntent(key))
      if (word.state !== 'open') return word
    } catch (error) {
      const refused = error instanceof HeygenHttpError && isDefinite(error)
      if (refused && error.status === 404) return { state: 'unseen' }
      // Who is not let in now is not let in a moment later.
      if (refused) return { state: 'silent' }
    }
  }
  return word
}

function wordOf(call: string, { state, answer, error }: Intent): LedgerWord {
  if (state === 'done') return { state, answer }
  if (state !== 'refused' && state !== 'absent') return { state: 'open' }
  const fault = { code: error?.code || `intent_${state}`, message: error?.message ?? '' }
  return {
    state: 'refused',
    error: new HeygenHttpError(
      `POST ${call}`,
      error?.status ?? 409,
      error?.param ? { ...fault, param: error.param } : fault,
      { retryAfter: error?.retry_after ?? undefined },
    ),
  }
}
