import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { playback } from '#gallery/preview/playback.ts'

export interface StageClipProps {
  url: string
  onStop: () => void
}

/** One clip over its picture, without sound, until it is stopped or another clip of the page plays. */
export function StageClip({ url, onStop }: StageClipProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [shown, setShown] = useState(false)
  const stopped = useEffectEvent(onStop)
  useEffect(() => {
    const element = video.current
    if (!element) return undefined
    let left = false
    const stop = () => left || stopped()
    playback.claim(stop)
    element.play().catch(stop)
    return () => {
      left = true
      playback.release(stop)
      element.pause()
      // The download stops with it.
      element.removeAttribute('src')
      element.load()
    }
  }, [])
  return (
    <video
      ref={video}
      src={url}
      muted
      loop
      playsInline
      onPlaying={() => setShown(true)}
      onError={onStop}
      className={`absolute inset-0 size-full object-contain transition-opacity duration-150 ${shown ? '' : 'opacity-0'}`}
    />
  )
}
