import { Agent, request } from 'node:http'

export interface LoadFigures {
  /** Milliseconds from the call to the last byte. */
  p50: number
  p95: number
  p99: number
  perSecond: number
  /** Answers by status; 0 where there was none. */
  statuses: Record<number, number>
}

interface Target {
  origin: string
  path: (call: number) => string
  headers?: Record<string, string>
}

/** Each of 200 clients has an address of its own, as the server tells them apart. */
const clientOf = (at: number) => `127.0.0.${2 + (at % 200)}`

/** One call: its status, or 0 where the connection broke or half a minute went by. */
const call = (agent: Agent, { origin, path, headers = {} }: Target, at: number) =>
  new Promise<number>((resolve) => {
    const options = { agent, headers, timeout: 30_000, localAddress: clientOf(at) }
    const asked = request(`${origin}${path(at)}`, options, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', () => resolve(0))
    })
    asked.once('error', () => resolve(0))
    asked.once('timeout', () => asked.destroy())
    asked.end()
  })

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

function figures(times: number[], statuses: Record<number, number>, seconds: number): LoadFigures {
  const sorted = times.toSorted((a, b) => a - b)
  const rounded = (share: number) => Math.round(at(sorted, share) * 10) / 10
  return {
    p50: rounded(0.5),
    p95: rounded(0.95),
    p99: rounded(0.99),
    perSecond: Math.round(times.length / seconds),
    statuses,
  }
}

/** As many calls as `width` connections make in that time, each after the one before. */
export async function fullLoad(target: Target, width: number, seconds: number): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  const times: number[] = []
  const statuses: Record<number, number> = {}
  const ends = performance.now() + seconds * 1000
  let calls = 0
  const one = async () => {
    while (performance.now() < ends) {
      const began = performance.now()
      calls += 1
      const status = await call(agent, target, calls)
      times.push(performance.now() - began)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: width }, one))
  agent.destroy()
  return figures(times, statuses, seconds)
}

/** Calls at a steady rate, whether or not the ones before are answered: what is late counts from when it was due. */
export async function steadyLoad(target: Target, perSecond: number, seconds: number): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const times: number[] = []
  const statuses: Record<number, number> = {}
  const began = performance.now()
  const calls = Array.from({ length: perSecond * seconds }, async (_, index) => {
    const due = began + (index * 1000) / perSecond
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    const status = await call(agent, target, index)
    times.push(performance.now() - due)
    statuses[status] = (statuses[status] ?? 0) + 1
  })
  await Promise.all(calls)
  agent.destroy()
  return figures(times, statuses, seconds)
}
