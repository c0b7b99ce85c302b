import type { AgentSession } from '#heygen/schemas/agent.ts'
import { failed, isMissing, missing, type Change } from './change.ts'
import type { Render } from './render.ts'
import type { Asking } from './sources.ts'

/** Asks after an agent's session that has no video yet. */
export async function sessionChange(render: Render, { sources, now, signal }: Asking): Promise<Change> {
  let session: AgentSession
  try {
    session = await sources.session(render.id ?? '', signal)
  } catch (error) {
    if (isMissing(error)) return missing(render, now)
    throw error
  }
  if (session.status === 'failed') {
    const said = session.messages.find(({ type }) => type === 'error')
    return failed('', said?.content ?? '')
  }
  return {
    state: session.status === 'waiting_for_input' ? 'needs-input' : 'rendering',
    progress: session.progress,
    videoId: session.video_id,
    title: render.title || (session.title ?? ''),
  }
}
