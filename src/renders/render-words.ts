import { HeygenHttpError } from '#heygen/errors.ts'
import { segment } from '#heygen/request.ts'
import { engineWord } from '#looks/look-words.ts'
import { rendersText } from '#messages/en-renders.ts'
import { describeError } from '#queries/describe-error.ts'
import { isStopped } from './follow.ts'
import { isSettled, type Render } from './render.ts'

export const titleOf = ({ title, lookName }: { title: string | null; lookName?: string }) =>
  title?.replace(/\s+/g, ' ').trim() || lookName || rendersText.untitled

/** Look, engine and resolution in one quiet line. */
export const lineOf = ({ lookName, engine, resolution }: Render) =>
  [lookName, engine && engineWord(engine), resolution].filter(Boolean).join(' · ')

/** How it stands, or how it ended: the reason where it failed. */
export function stateWord({ state, failure }: Pick<Render, 'state' | 'failure'>): string {
  if (state !== 'failed' && state !== 'refused') return rendersText.state[state]
  if (failure?.code === 'not_found') return rendersText.missing
  return failure?.message || failure?.code || rendersText.state[state]
}

/** Its page; by its key until it has an id. */
export const hrefOf = ({ id, key }: Pick<Render, 'id' | 'key'>) => `/renders/${segment(id ?? key)}`

/** How long it has taken so far, how far the agent says it is, or how long it is. */
export function timeOf(render: Render, now: number): string {
  if (render.state === 'done') return render.duration === null ? '' : rendersText.long(render.duration)
  if (isSettled(render) || isStopped(render)) return ''
  const elapsed = rendersText.clock((now - render.placedAt) / 1000)
  return render.progress === null ? elapsed : `${elapsed} · ${rendersText.percent(render.progress)}`
}

/** Why a file cannot be had, in words. */
export const faultWord = (error: unknown) =>
  error instanceof HeygenHttpError && error.status === 404
    ? rendersText.missing
    : describeError(error, navigator.onLine).title

const refusals = new Map<string, string>(Object.entries(rendersText.refusal))

/** Why an agent was not asked, in words. */
export const agentFault = (error: unknown) =>
  (error instanceof HeygenHttpError && refusals.get(error.code)) ||
  describeError(error, navigator.onLine).title
