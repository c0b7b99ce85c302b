import { useQuery } from '@tanstack/react-query'
import type { AgentSession } from '#heygen/schemas/agent.ts'
import type { Video } from '#heygen/schemas/video.ts'
import { Picture } from '#looks/picture.tsx'
import { rendersText } from '#messages/en-renders.ts'
import { text } from '#messages/en.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { sessionQueries, videoQueries } from '#queries/videos.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Message } from '#ui/message.tsx'
import { useTitle } from '#ui/use-title.ts'
import { Facts } from './facts.tsx'
import { FileButtons } from './file-buttons.tsx'
import { Player } from './player.tsx'
import { RenderError } from './render-error.tsx'
import { RenderFrame } from './render-frame.tsx'
import { titleOf } from './render-words.ts'
import { Session } from './session.tsx'
import { Thumb } from './thumb.tsx'
import { VideoMark } from './video-row.tsx'

const words = rendersText.page

/** A video of the account, or an agent session, that this browser has no record of. */
export function OtherRender({ id }: { id: string }) {
  const video = useQuery(videoQueries.detail(id))
  const missing = video.error !== null && isNotFound(video.error)
  const session = useQuery({ ...sessionQueries.detail(id), enabled: missing })
  if (video.data) return <OtherVideo video={video.data} onCheck={() => void video.refetch()} />
  if (session.data) return <OtherSession session={session.data} onAsked={() => void session.refetch()} />
  if (session.error) {
    const error = isNotFound(session.error) ? null : session.error
    return <Missing error={error} onRetry={() => void session.refetch()} />
  }
  if (video.error && !missing) return <Missing error={video.error} onRetry={() => void video.refetch()} />
  return (
    <div role="status" aria-label={words.loading} aria-busy="true">
      <div className="mt-13 h-7 w-64 rounded-control bg-well" />
      <div className="mt-4 aspect-16/9 max-w-224 rounded-media bg-well" />
    </div>
  )
}

/** Why there is nothing to show; without an error, because nobody has it. */
function Missing({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  useTitle(text.title.of(rendersText.title))
  if (error) return <RenderError level={1} error={error} onRetry={onRetry} />
  return (
    <Message level={1} title={words.notFound} hint={words.notFoundHint}>
      <ButtonLink to="/renders">{words.toAll}</ButtonLink>
    </Message>
  )
}

function OtherVideo({ video, onCheck }: { video: Video; onCheck: () => void }) {
  const { id, status, created_at, duration } = video
  const title = titleOf(video)
  const done = status === 'completed'
  return (
    <RenderFrame
      title={title}
      stage={
        done ? (
          <Player key={id} id={id} title={title} autoPlay={false} />
        ) : (
          <Thumb className="w-full rounded-media">
            {video.thumbnail_url && (
              <Picture
                url={video.thumbnail_url}
                name={title}
                className="absolute inset-0 size-full bg-media object-cover"
              />
            )}
          </Thumb>
        )
      }
    >
      <div className="flex min-h-9 items-center justify-between gap-3">
        <VideoMark video={video} />
        {!done && status !== 'failed' && <Button onClick={onCheck}>{words.checkNow}</Button>}
      </div>
      {done && (
        <div className="flex gap-2">
          <FileButtons id={id} title={title} captions={video.subtitle_url !== null} />
        </div>
      )}
      <Facts
        title={title}
        facts={[
          [words.made, created_at === null ? null : words.moment(created_at * 1000)],
          [words.length, duration === null ? null : rendersText.clock(duration)],
        ]}
        id={{ label: words.id, value: id }}
      />
    </RenderFrame>
  )
}

function OtherSession({ session, onAsked }: { session: AgentSession; onAsked: () => void }) {
  const { session_id, title, video_id, created_at } = session
  const name = titleOf({ title })
  return (
    <RenderFrame
      title={name}
      stage={
        video_id === null ? (
          <Thumb className="w-full rounded-media">{null}</Thumb>
        ) : (
          <Player key={video_id} id={video_id} title={name} autoPlay={false} />
        )
      }
      below={<Session id={session_id} onAsked={onAsked} />}
    >
      <Facts
        title={name}
        facts={[[words.made, created_at === null ? null : words.moment(created_at * 1000)]]}
        id={{ label: words.sessionId, value: session_id }}
      />
    </RenderFrame>
  )
}
