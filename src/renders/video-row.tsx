import { segment } from '#heygen/request.ts'
import type { Video } from '#heygen/schemas/video.ts'
import { Picture } from '#looks/picture.tsx'
import { rendersText } from '#messages/en-renders.ts'
import { titleOf } from './render-words.ts'
import type { Render } from './render.ts'
import { Row } from './row.tsx'
import { StateMark } from './state-mark.tsx'

const states = new Map<string, Render['state']>([
  ['pending', 'waiting'],
  ['processing', 'rendering'],
  ['completed', 'done'],
  ['failed', 'failed'],
])

/** How a video stands, in our words; a status of tomorrow in HeyGen's. */
export function VideoMark({ video }: { video: Video }) {
  const state = states.get(video.status)
  const word = state ? rendersText.state[state] : video.status
  const reason = state === 'failed' ? video.failure_message || video.failure_code : null
  return <StateMark state={state ?? 'waiting'} word={reason || word} />
}

/** A video of the account that was not made in this browser. */
export function VideoRow({ video }: { video: Video }) {
  const { id, created_at, duration } = video
  const done = video.status === 'completed'
  const title = titleOf(video)
  return (
    <Row
      href={`/renders/${segment(id)}`}
      picture={
        video.thumbnail_url && (
          <Picture
            url={video.thumbnail_url}
            name={title}
            drawnWidth={96}
            className="absolute inset-0 size-full bg-media object-cover"
          />
        )
      }
      title={title}
      line={created_at === null ? '' : rendersText.page.moment(created_at * 1000)}
      state={<VideoMark video={video} />}
      time={done && duration !== null ? rendersText.long(duration) : ''}
      id={id}
      file={done ? { id, captions: video.subtitle_url !== null } : null}
    />
  )
}
