import { createBreaker, type Breaker } from './breaker.ts'
import type { Credential } from './config.ts'
import { sha256 } from './constant-time.ts'
import { Failure } from './failure.ts'
import { pause } from './pause.ts'
import { fixedProofs, type Proof, type Proofs } from './proofs.ts'
import { createRetryBudget, retryDelay, type RetryBudget } from './retry.ts'
import { createSlots } from './slots.ts'
import { unlessAborted } from './unless-aborted.ts'
import { attemptRead, defaultLimits, timedOut, type Limits, type Send } from './upstream-attempt.ts'
import { attemptWrite, type Write, type WriteOutcome } from './upstream-write.ts'

export interface UpstreamOptions {
  /** What stands before `/v3`. */
  baseUrl: string
  /** Null for the sandbox. */
  credential: Credential | null
  /** Left out: the credential as it is. */
  proofs?: Proofs
  fetch: Send
  /** `lookbook/<version>` */
  userAgent: string
  limits?: Partial<Limits>
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>
  random?: () => number
  /** Null: never rests. */
  breaker?: Breaker | null
  /** What refused requests may be sent again. */
  retryBudget?: RetryBudget
}

export interface Answer {
  /** JSON text. */
  body: string
  /** Requests that were sent for it. */
  attempts: number
}

/** A failure of HeyGen or of the way there; `attempts` for the log. */
export class UpstreamFailure extends Failure {
  readonly attempts: number

  constructor({ status, code, message, param, headers, cause }: Failure, attempts: number) {
    super(status, code, message, { param, headers, cause })
    this.attempts = attempts
  }
}

export interface Upstream {
  /** Tells one account's answers from another's without holding the credential. */
  fingerprint: () => Promise<string>
  /** Reads `/v3/...`; throws an UpstreamFailure, or the signal's reason. */
  read: (pathAndQuery: string, signal: AbortSignal) => Promise<Answer>
  /**
   * Sends once, on a deadline of its own, since an order that was sent must be followed to its answer; a second time
   * only where HeyGen refused the token, and so the call before it looked at it, and the token could be renewed. `before`
   * runs right before; what it throws is thrown, and nothing is sent. Throws a Failure where too many wait.
   */
  write: (write: Write, options?: WriteOptions) => Promise<WriteOutcome>
}

interface WriteOptions {
  before?: () => void
  /** Ends within the time of a read, and not after the two minutes that HeyGen gives its own. */
  brief?: boolean
}

const resting = (ms: number) =>
  new Failure(503, 'upstream_resting', 'HeyGen has not been answering. It is asked again in a moment.', {
    headers: { 'retry-after': String(Math.ceil(ms / 1000)) },
  })

/** Whether HeyGen refused who asks, whatever was asked. */
const refusesProof = (outcome: { kind: string; failure?: Failure }) =>
  outcome.kind === 'refused' && outcome.failure?.status === 401

/**
 * Reads HeyGen with deadlines, caps and the retries that a GET allows; at most 8 at once, 64 waiting. Writes are sent
 * once, 16 at a time beside the reads, which must not wait for them.
 */
export function createUpstream({
  baseUrl,
  credential,
  proofs = fixedProofs(credential),
  fetch: send,
  userAgent,
  limits: changed = {},
  sleep = pause,
  random = Math.random,
  breaker = createBreaker(),
  retryBudget: budget = createRetryBudget(),
}: UpstreamOptions): Upstream {
  const limits = { ...defaultLimits, ...changed }
  /** Made anew for HeyGen; no header of the caller is among them. */
  const headersWith = (proof: Proof) => ({
    accept: 'application/json',
    'user-agent': userAgent,
    ...proof.headers,
  })
  const enter = createSlots(8, 64)
  const enterWrite = createSlots(16, 64)
  let fingerprint: Promise<string> | undefined

  async function attempts(url: string, signal: AbortSignal, counted: { attempts: number }): Promise<string> {
    const ends = Date.now() + limits.total
    let unreadable = 0
    let renewed = false
    budget.earn()
    for (;;) {
      signal.throwIfAborted()
      const proof = await unlessAborted(proofs.current(), signal)
      const { scrub } = proof
      counted.attempts += 1
      const outcome = await attemptRead({ url, headers: headersWith(proof), send, limits, scrub, signal })
      if (outcome.kind === 'answer') return outcome.body
      if (!renewed && refusesProof(outcome)) {
        renewed = true
        if (await unlessAborted(proofs.renewed(proof), signal)) continue
      }
      if (outcome.kind === 'unreadable') unreadable += 1
      const wait = retryDelay(outcome, { attempt: counted.attempts, unreadable, random })
      const limited = outcome.failure.status === 429
      if (wait === null || Date.now() + wait >= ends || (limited && !budget.spend())) throw outcome.failure
      await sleep(wait, signal)
    }
  }

  /** Tells the breaker how a question ended; HeyGen's own refusals are answers. */
  async function watched(ask: () => Promise<string>, signal: AbortSignal, counted: { attempts: number }) {
    try {
      const body = await ask()
      breaker?.record(true)
      return { body, attempts: counted.attempts }
    } catch (error) {
      if (signal.aborted) breaker?.leave()
      else breaker?.record(error instanceof Failure && error.status < 500)
      throw error
    }
  }

  return {
    fingerprint: () =>
      (fingerprint ??= sha256(`${baseUrl}\n${credential?.kind ?? ''}\n${credential?.value ?? ''}`)),

    async read(pathAndQuery, signal) {
      const counted = { attempts: 0 }
      const deadline = AbortSignal.timeout(limits.total)
      const both = AbortSignal.any([signal, deadline])
      try {
        const release = await enter(both)
        try {
          const wait = breaker?.admit() ?? 0
          if (wait > 0) throw resting(wait)
          return await watched(() => attempts(`${baseUrl}${pathAndQuery}`, both, counted), signal, counted)
        } finally {
          release()
        }
      } catch (error) {
        signal.throwIfAborted()
        if (error instanceof Failure) throw new UpstreamFailure(error, counted.attempts)
        if (!deadline.aborted) throw error
        throw new UpstreamFailure(timedOut(error), counted.attempts)
      }
    },

    async write(write, { before, brief = false } = {}) {
      const release = await enterWrite(new AbortController().signal)
      const attempt = async (proof: Proof) => {
        const signal = AbortSignal.timeout(brief ? limits.total : limits.write)
        const { scrub } = proof
        const url = `${baseUrl}${write.target}`
        return attemptWrite({ url, headers: headersWith(proof), write, send, limits, scrub, signal })
      }
      try {
        const proof = await proofs.current()
        before?.()
        const outcome = await attempt(proof)
        // It is written down as being sent, and HeyGen has not begun on it: a session too may be sent again.
        if (!refusesProof(outcome) || !(await proofs.renewed(proof))) return outcome
        return await attempt(await proofs.current())
      } finally {
        release()
      }
    },
  }
}
