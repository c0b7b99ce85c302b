import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { errorText } from '#messages/en-errors.ts'
import { rendersText } from '#messages/en-renders.ts'
import { text } from '#messages/en.ts'
import { describeError } from '#queries/describe-error.ts'
import { nextTry } from '#queries/next-try.ts'
import { videoQueries } from '#queries/videos.ts'
import { Button } from '#ui/button.tsx'
import { inputStyles } from '#ui/field.tsx'
import { Message } from '#ui/message.tsx'
import { SecondsLeft } from '#ui/seconds-left.tsx'
import { useRetry } from '#ui/use-retry.ts'
import { RenderError } from './render-error.tsx'
import { SkeletonRows } from './skeleton-rows.tsx'
import { useTitleFilter } from './use-title-filter.ts'
import { VideoRow } from './video-row.tsx'

const words = rendersText.account

/** The account's videos, newest first, without those that stand above as this browser's own. */
export function AccountVideos({ own }: { own: ReadonlySet<string> }) {
  const { title, typed, setTyped } = useTitleFilter()
  return (
    <section aria-labelledby="account-videos" className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-3 px-(--gutter) pb-3">
        <h2 id="account-videos" className="text-16 font-semibold">
          {words.title}
        </h2>
        <input
          type="search"
          value={typed}
          aria-label={words.filter}
          placeholder={words.filter}
          maxLength={200}
          className={`${inputStyles.line} h-9! max-w-72!`}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Videos title={title} own={own} onClear={() => setTyped('')} />
    </section>
  )
}

interface VideosProps {
  title: string
  own: ReadonlySet<string>
  onClear: () => void
}

function Videos({ title, own, onClear }: VideosProps) {
  const query = useInfiniteQuery({ ...videoQueries.list(title), placeholderData: keepPreviousData })
  const { data, error, isPlaceholderData } = query
  if (!data)
    return error ? (
      <RenderError error={error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonRows label={words.loading} />
    )
  const others = data.items.filter(({ id }) => !own.has(id))
  if (data.items.length === 0 && !query.hasNextPage)
    return title ? (
      <Message title={words.noMatch(title)}>
        <Button onClick={onClear}>{words.clear}</Button>
      </Message>
    ) : (
      <Message title={words.empty} />
    )
  return (
    <>
      <ul
        aria-labelledby="account-videos"
        aria-busy={isPlaceholderData}
        className={`border-b border-line ${isPlaceholderData ? 'opacity-60' : ''}`}
      >
        {others.map((video) => (
          <VideoRow key={video.id} video={video} />
        ))}
      </ul>
      <Foot query={query} count={data.items.length} cut={data.cut} />
    </>
  )
}

interface FootProps {
  query: {
    hasNextPage: boolean
    isFetching: boolean
    isFetchNextPageError: boolean
    error: Error | null
    fetchNextPage: () => Promise<unknown>
  }
  count: number
  cut: boolean
}

/** Below the last row: asks for more before it is reached, and says where the list ends. */
function Foot({ query, count, cut }: FootProps) {
  const { hasNextPage, isFetching, isFetchNextPageError, error } = query
  const failed = isFetchNextPageError ? error : null
  function more() {
    if (hasNextPage && !isFetching) void query.fetchNextPage()
  }
  const left = useRetry(nextTry(failed), failed ? more : undefined)
  const why = failed && describeError(failed, navigator.onLine)
  return (
    <div className="flex flex-col items-center gap-3 px-(--gutter) py-6 text-13 text-ink-2">
      {/* Made anew with every page: one that stays in sight would not be told of again. */}
      <Sentinel key={count} onSight={() => failed || more()} />
      {why && (
        <p role="alert">
          {words.errorNext} {why.title}.{' '}
          {left !== undefined && <SecondsLeft left={left} hint={why.hint} words={errorText} />}
        </p>
      )}
      {hasNextPage ? (
        <Button aria-disabled={isFetching || !!left} onClick={() => left || more()}>
          {failed ? text.app.retry : isFetching ? words.loading : words.more}
        </Button>
      ) : (
        <p className="tabular-nums">{cut ? words.cut : words.end(count)}</p>
      )}
    </div>
  )
}

/** Tells when it comes within a window's height of being seen. */
function Sentinel({ onSight }: { onSight: () => void }) {
  const mark = useRef<HTMLSpanElement>(null)
  const seen = useEffectEvent(onSight)
  useEffect(() => {
    if (!mark.current) return undefined
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen(), {
      rootMargin: '0px 0px 100% 0px',
    })
    observer.observe(mark.current)
    return () => observer.disconnect()
  }, [])
  return <span ref={mark} aria-hidden="true" />
}
