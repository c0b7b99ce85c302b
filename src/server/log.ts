import { causeCodes } from './causes.ts'

/** One answered request. Templates, counts and pseudonyms only: no ids, queries, headers or addresses. */
export interface LogLine {
  method: string
  /** The route's template, or what kind of thing was asked for. */
  route: string
  status: number
  ms: number
  request_id: string
  /** The same for the same caller, for as long as the process lives. */
  who: string
  code?: string
  /** Requests sent to HeyGen for it. */
  attempts?: number
  from?: string
  /** What lay beneath a failure: a code such as ECONNREFUSED, never a message, which may hold anything. */
  cause?: string | undefined
}

export type Log = (line: LogLine) => void

/** The deepest code in the chain of causes. */
export const causeOf = (error: unknown) =>
  causeCodes(error).findLast((code) => /^[A-Za-z][A-Za-z0-9_]{2,50}$/.test(code))

/** A line of JSON a request; `write` is stdout's. */
export function createJsonLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (line) => write(`${JSON.stringify({ time: now().toISOString(), ...line })}\n`)
}
