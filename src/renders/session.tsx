import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AgentMessage, AgentSession } from '#heygen/schemas/agent.ts'
import { rendersText } from '#messages/en-renders.ts'
import { describeError } from '#queries/describe-error.ts'
import { heygenVideos, sessionQueries } from '#queries/videos.ts'
import { Button } from '#ui/button.tsx'
import { announce } from '#ui/notices.ts'
import { FollowUp } from './follow-up.tsx'
import { KeepFocus } from './keep-focus.tsx'
import { agentFault } from './render-words.ts'

const words = rendersText.page

interface SessionProps {
  id: string
  /** Something was asked of the agent: its answer is worth a check. */
  onAsked: () => void
}

/** What an agent says while it works, and what can be said to it. */
export function Session({ id, onAsked }: SessionProps) {
  const client = useQueryClient()
  const { data: session, error } = useQuery(sessionQueries.detail(id))
  const heading = useRef<HTMLHeadingElement>(null)
  if (!session)
    return error ? <p className="text-13 text-bad">{describeError(error, navigator.onLine).title}</p> : null

  function asked() {
    void client.invalidateQueries({ queryKey: sessionQueries.detail(id).queryKey })
    onAsked()
  }
  const running = session.status !== 'completed' && session.status !== 'failed'
  return (
    <section aria-labelledby="agent-messages" className="mt-6">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <h2 id="agent-messages" ref={heading} tabIndex={-1} className="rounded-[4px] text-16 font-semibold">
          {words.messages}
        </h2>
        {running && (
          <KeepFocus to={heading}>
            <StopButton id={id} onStopped={asked} />
          </KeepFocus>
        )}
      </div>
      {running && session.progress !== null && <Progress value={session.progress} />}
      <Messages messages={session.messages} />
      {waitsForAnswer(session) && (
        <KeepFocus to={heading} className="mt-5">
          <FollowUp id={id} onSent={asked} />
        </KeepFocus>
      )}
    </section>
  )
}

const waitsForAnswer = ({ status }: AgentSession) => status === 'waiting_for_input'

/** The agent's own number; Lookbook makes none up. */
function Progress({ value }: { value: number }) {
  const part = Math.min(100, Math.max(0, value))
  return (
    <div className="mt-2 flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={words.progress}
        aria-valuenow={part}
        className="h-1.5 flex-1 overflow-hidden rounded-full bg-well"
      >
        <div className="h-full rounded-full bg-accent" style={{ width: `${part}%` }} />
      </div>
      <span className="text-13 text-ink-2 tabular-nums">{rendersText.percent(part)}</span>
    </div>
  )
}

/** Newest last; HeyGen gives them the other way round. Text only: what an agent writes is no link of ours. */
function Messages({ messages }: { messages: AgentMessage[] }) {
  const said = messages.filter(({ content }) => content.trim() !== '').toReversed()
  return (
    <ol className="mt-3 flex flex-col gap-3">
      {said.map(({ role, type, content, created_at }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- messages have no ids, and only ever follow each other
        <li key={at} className="text-14">
          <p className="text-12 text-ink-2">
            {role === 'user' ? words.you : words.agent}
            {created_at !== null && ` · ${words.moment(created_at * 1000)}`}
          </p>
          <p className={`whitespace-pre-wrap ${type === 'error' ? 'text-bad' : ''}`} dir="auto">
            {content}
          </p>
        </li>
      ))}
    </ol>
  )
}

function StopButton({ id, onStopped }: { id: string; onStopped: () => void }) {
  const [state, setState] = useState<'ready' | 'stopping' | 'stopped'>('ready')
  const [fault, setFault] = useState<string | null>(null)
  async function stop() {
    if (state !== 'ready') return
    setState('stopping')
    setFault(null)
    try {
      await heygenVideos.stopSession(id)
      setState('stopped')
      announce(words.stopped)
      onStopped()
    } catch (error) {
      setFault(agentFault(error))
      setState('ready')
    }
  }
  const label = { ready: words.stop, stopping: words.stopping, stopped: words.stopped }[state]
  return (
    <div className="flex items-center gap-3">
      {fault && (
        <p role="alert" className="text-13 text-bad">
          {fault}
        </p>
      )}
      <Button
        aria-disabled={state !== 'ready'}
        className="aria-disabled:opacity-50"
        onClick={() => void stop()}
      >
        {label}
      </Button>
    </div>
  )
}
