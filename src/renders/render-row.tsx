import type { ReactNode } from 'react'
import { rendersText } from '#messages/en-renders.ts'
import { Button } from '#ui/button.tsx'
import { isStopped } from './follow.ts'
import { hrefOf, lineOf, stateWord, timeOf, titleOf } from './render-words.ts'
import { isSettled, type Render } from './render.ts'
import { Row } from './row.tsx'
import { StateMark } from './state-mark.tsx'
import { useNow } from './use-now.ts'

export interface RenderRowProps {
  render: Render
  picture: (lookId: string) => ReactNode
  onEdit: (render: Render) => void
}

/** A render of this browser. */
export function RenderRow({ render, picture, onEdit }: RenderRowProps) {
  const { state, videoId } = render
  const stopped = isStopped(render)
  const now = useNow(!isSettled(render) && !stopped)
  return (
    <Row
      href={hrefOf(render)}
      picture={render.lookId && picture(render.lookId)}
      title={titleOf(render)}
      line={lineOf(render)}
      note={noteOf(render)}
      state={<StateMark state={state} word={stopped ? rendersText.stopped : stateWord(render)} />}
      time={timeOf(render, now)}
      id={videoId ?? render.id}
      file={state === 'done' && videoId !== null ? { id: videoId, captions: render.captions } : null}
    >
      <EditButton render={render} onEdit={onEdit} />
    </Row>
  )
}

export const noteOf = ({ state }: Render) =>
  state === 'unknown' ? rendersText.unknownHint : state === 'absent' ? rendersText.absentHint : undefined

/** Back to its form, where it ended without a video. */
export function EditButton({ render, onEdit }: Omit<RenderRowProps, 'picture'>) {
  const { state } = render
  if (state !== 'failed' && state !== 'refused' && state !== 'absent') return null
  return (
    <Button className="px-3!" onClick={() => onEdit(render)}>
      {state === 'absent' ? rendersText.again : rendersText.edit}
    </Button>
  )
}
