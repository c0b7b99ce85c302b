import { useEffect, useState } from 'react'
import { rendersText } from '#messages/en-renders.ts'
import { text } from '#messages/en.ts'
import { Button } from '#ui/button.tsx'
import { faultWord } from './render-words.ts'
import { fileOf } from './save-file.ts'
import { useFreshVideo } from './use-fresh-video.ts'

interface PlayerProps {
  id: string
  title: string
  autoPlay: boolean
}

/** Plays a video by a link fetched now; one that expires while it is open is fetched once more. */
export function Player({ id, title, autoPlay }: PlayerProps) {
  const { mutate, data: video, error } = useFreshVideo(id)
  const [broken, setBroken] = useState(false)
  const [renewed, setRenewed] = useState(false)
  useEffect(() => mutate(), [mutate])

  function again() {
    setBroken(false)
    setRenewed(false)
    mutate()
  }
  function onBroken() {
    if (renewed) return setBroken(true)
    setRenewed(true)
    return mutate()
  }
  const url = video && fileOf(video)
  const fault = error
    ? faultWord(error)
    : broken
      ? rendersText.playFailed
      : video && !url
        ? rendersText.noFile
        : null
  if (fault !== null)
    return (
      <div
        role="alert"
        className={`${frame} flex flex-col items-center justify-center gap-3 bg-well text-14`}
      >
        <p>{fault}</p>
        <Button onClick={again}>{text.app.retry}</Button>
      </div>
    )
  if (!url) return <div role="status" aria-label={rendersText.gettingLink} className={`${frame} bg-well`} />
  return (
    <video
      key={url}
      src={url}
      poster={video.thumbnail_url ?? undefined}
      aria-label={title}
      className={`${frame} bg-black`}
      controls
      playsInline
      autoPlay={autoPlay}
      onPlay={(event) => playAlone(event.currentTarget)}
      onError={onBroken}
    />
  )
}

let playing: HTMLVideoElement | null = null

/** One at a time: starting one pauses the other. */
function playAlone(video: HTMLVideoElement) {
  if (playing !== video) playing?.pause()
  playing = video
}

const frame = 'aspect-16/9 max-h-[70vh] w-full rounded-media'
