import { Pause, Play, Volume2, VolumeX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { framing, type Frame } from '#looks/framing.ts'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { lookText } from '#messages/en-look.ts'
import { playback } from './preview/playback.ts'
import { previewMode, useViewSettings } from './view-settings.ts'

const pill =
  'inline-flex h-7 items-center gap-1.5 rounded-full bg-black/62 px-3 text-12 font-medium text-white hover:bg-black/75'
const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const

const ratios = new Map([
  ['landscape', 16 / 9],
  ['portrait', 9 / 16],
  ['square', 1],
])

/** Shape of the box before anything is loaded. */
function ratioOf({ image_width: width, image_height: height, preferred_orientation }: Look): number {
  if (width && height) return Math.min(2, Math.max(0.5, width / height))
  return ratios.get(preferred_orientation ?? '') ?? 4 / 5
}

/** The picture at its own ratio, its clip over it without sound, and the frame that is being tried. */
export function LookMedia({ look, frame }: { look: Look; frame: Frame | null }) {
  const { preview } = useViewSettings()
  const [playing, setPlaying] = useState(() => previewMode(preview) === 'hover')
  const [shown, setShown] = useState(false)
  const [muted, setMuted] = useState(true)
  const [failed, setFailed] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const clip = failed ? null : look.preview_video_url
  const ratio = ratioOf(look)

  useEffect(() => {
    const element = video.current
    if (!element) return
    if (!playing) return element.pause()
    const stop = () => setPlaying(false)
    playback.claim(stop)
    element.play().catch(stop)
    return () => playback.release(stop)
  }, [playing])

  const { image_width: width, image_height: height } = look
  const kept = frame && width && height ? framing(width, height, frame) : null
  return (
    <div className="flex justify-center">
      <div
        className="look-media media relative !h-auto w-full"
        style={{ aspectRatio: ratio, maxWidth: `min(100%, ${Math.round(60 * ratio)}vh)` }}
        data-fit="whole"
      >
        <Picture lookId={look.id} url={look.preview_image_url} name={nameOf(look)} alt={nameOf(look)} />
        {clip && (
          <video
            ref={video}
            src={clip}
            muted={muted}
            loop
            playsInline
            preload={playing ? 'auto' : 'none'}
            onPlaying={() => setShown(true)}
            onError={() => setFailed(true)}
            className={`absolute inset-0 size-full object-contain transition-opacity duration-150 ${shown ? '' : 'opacity-0'}`}
          />
        )}
        {kept && (
          <div
            data-frame={frame}
            className="pointer-events-none absolute inset-0 m-auto rounded-[4px] outline-2 outline-white shadow-[0_0_0_100vmax_rgb(12_14_18/0.62)]"
            style={{ width: `${kept.width * 100}%`, height: `${kept.height * 100}%` }}
          />
        )}
        {clip && (
          <div className="absolute top-2.5 right-2.5 flex gap-1.5">
            <button
              type="button"
              className={`${pill} px-2`}
              aria-label={playing ? lookText.pauseClip : lookText.playClip}
              onClick={() => setPlaying(!playing)}
            >
              {playing ? <Pause {...icon} /> : <Play {...icon} />}
            </button>
            <button type="button" className={pill} aria-pressed={!muted} onClick={() => setMuted(!muted)}>
              {muted ? <VolumeX {...icon} /> : <Volume2 {...icon} />}
              {muted ? lookText.muted : lookText.sound}
            </button>
          </div>
        )}
      </div>
    </div>
  )
}
