import { engineWord } from '#looks/look-words.ts'
import { rendersText } from '#messages/en-renders.ts'
import type { Render } from './render.ts'

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
