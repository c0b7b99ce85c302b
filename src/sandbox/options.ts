import type { Dialect } from './answers.ts'
import { parseFaults, type Fault } from './faults.ts'

export interface SandboxOptions {
  /** Looks in the catalogue: fewer cut the demo people short, more grow it. Left out: the demo people. */
  looks?: number
  /** Milliseconds before every answer. */
  latencyMs?: number
  faults?: Fault[]
  /** What the digital twin is called, in filters and in answers; the other name is refused. */
  dialect?: Dialect
  /** What stands before the media paths; an absolute URL for a sandbox on another origin. */
  mediaBase?: string
  /** The clock that renders go by, in milliseconds. */
  now?: () => number
  /** Milliseconds a render takes. */
  renderMs?: number
  /** US dollars in the wallet. */
  balance?: number
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`)
}

function readFaults(name: string, text: string): Fault[] {
  try {
    return parseFaults(text)
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** The options named in SANDBOX_* variables; throws an Error that names the variable with a bad value. */
export function readSandboxOptions(env: Record<string, string | undefined>): SandboxOptions {
  const { SANDBOX_LOOKS, SANDBOX_LATENCY_MS, SANDBOX_RENDER_MS, SANDBOX_FAULTS, SANDBOX_DIALECT } = env
  const options: SandboxOptions = {}
  if (SANDBOX_LOOKS) options.looks = wholeNumber('SANDBOX_LOOKS', SANDBOX_LOOKS, 0, 200_000)
  if (SANDBOX_LATENCY_MS) options.latencyMs = wholeNumber('SANDBOX_LATENCY_MS', SANDBOX_LATENCY_MS, 0, 60_000)
  if (SANDBOX_RENDER_MS) options.renderMs = wholeNumber('SANDBOX_RENDER_MS', SANDBOX_RENDER_MS, 0, 3_600_000)
  if (SANDBOX_FAULTS) options.faults = readFaults('SANDBOX_FAULTS', SANDBOX_FAULTS)
  if (SANDBOX_DIALECT) {
    if (SANDBOX_DIALECT !== 'digital_twin' && SANDBOX_DIALECT !== 'video_avatar')
      throw new Error(`SANDBOX_DIALECT must be digital_twin or video_avatar, not "${SANDBOX_DIALECT}".`)
    options.dialect = SANDBOX_DIALECT
  }
  return options
}
