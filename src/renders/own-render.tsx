import { useRef, type ReactNode } from 'react'
import { engineWord } from '#looks/look-words.ts'
import { rendersText } from '#messages/en-renders.ts'
import { Facts } from './facts.tsx'
import { FileButtons } from './file-buttons.tsx'
import { isStopped, resumed } from './follow.ts'
import { NextCheck } from './next-check.tsx'
import { Player } from './player.tsx'
import { RenderFrame } from './render-frame.tsx'
import { EditButton, noteOf } from './render-row.tsx'
import { stateWord, timeOf, titleOf } from './render-words.ts'
import { isSettled, type Render } from './render.ts'
import { Session } from './session.tsx'
import { StateMark } from './state-mark.tsx'
import { rendersStore } from './store.ts'
import { Thumb } from './thumb.tsx'
import { useMarkSeen } from './use-mark-seen.ts'
import { useNow } from './use-now.ts'

const words = rendersText.page

interface OwnRenderProps {
  render: Render
  picture: (lookId: string) => ReactNode
  onEdit: (render: Render) => void
}

/** A render of this browser, in full. */
export function OwnRender({ render, picture, onEdit }: OwnRenderProps) {
  const { key, id, videoId, state, route } = render
  const heading = useRef<HTMLHeadingElement>(null)
  useMarkSeen([render])
  const stopped = isStopped(render)
  const now = useNow(!isSettled(render) && !stopped)
  const title = titleOf(render)
  const note = noteOf(render)
  const done = state === 'done' && videoId !== null
  const session = route === '/v3/video-agents' ? id : null
  const shownId = videoId ?? id
  return (
    <RenderFrame
      title={title}
      heading={heading}
      stage={
        done ? (
          <Player key={videoId} id={videoId} title={title} autoPlay={false} />
        ) : (
          <Thumb className="w-full rounded-media">{render.lookId && picture(render.lookId)}</Thumb>
        )
      }
      below={
        session !== null && (
          <Session
            id={session}
            onAsked={() => {
              if (!isSettled(render)) rendersStore.update(new Map([[key, resumed(Date.now())]]))
            }}
          />
        )
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <StateMark state={state} word={stopped ? rendersText.stopped : stateWord(render)} />
        <span className="text-13 text-ink-2 tabular-nums">{timeOf(render, now)}</span>
      </div>
      {note && <p className="text-14 text-ink-2">{note}</p>}
      {!isSettled(render) && <NextCheck renders={[render]} heading={heading} />}
      <div className="flex gap-2 empty:hidden">
        {done && <FileButtons id={videoId} title={title} captions={render.captions} />}
        <EditButton render={render} onEdit={onEdit} />
      </div>
      <Facts
        title={title}
        facts={[
          [words.look, render.lookName],
          [words.engine, render.engine && engineWord(render.engine)],
          [words.resolution, render.resolution],
          [words.placed, words.moment(render.placedAt)],
          [words.length, render.duration === null ? null : rendersText.clock(render.duration)],
        ]}
        id={shownId === null ? null : { label: videoId ? words.id : words.sessionId, value: shownId }}
      />
    </RenderFrame>
  )
}
