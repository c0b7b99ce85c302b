import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import type { LiveLook } from '#boards/parts/use-live-look.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { Button } from '#ui/button.tsx'
import { StageClip } from './stage-clip.tsx'
import { StagePicture } from './stage-picture.tsx'
import { swipeStep } from './swipe.ts'
import type { Review } from './use-review.ts'

/** For so long, in ms, the picture before stays for one that is not there yet. */
const patience = 300

const pill =
  'inline-flex h-8 items-center gap-1.5 rounded-full bg-black/62 px-3 text-12 font-medium text-white hover:bg-black/75'
const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const
const aside =
  'absolute top-1/2 z-10 hidden size-10 -translate-y-1/2 items-center justify-center rounded-full bg-raised text-ink shadow-panel aria-disabled:invisible sm:inline-flex'

export interface StageProps {
  review: Review
  playing: boolean
  onPlaying: (playing: boolean) => void
  zoomed: boolean
}

/** The picture that is judged, and behind it, unseen, those that may come next. */
export function Stage({ review, playing, onPlaying, zoomed }: StageProps) {
  const { current, previous, next, afterNext, nextOpen, looks, step } = review
  const [ready, setReady] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState(current)
  if (shown !== current && ready.has(current)) setShown(current)
  useEffect(() => {
    if (shown === current) return undefined
    const timer = setTimeout(() => setShown(current), patience)
    return () => clearTimeout(timer)
  }, [shown, current])

  const kept = new Set([shown, current, previous, next, afterNext, nextOpen])
  const change = (id: string, is: boolean) =>
    setReady((before) => {
      if (before.has(id) === is) return before
      const after = new Set(before)
      if (is) after.add(id)
      else after.delete(id)
      return after
    })
  return (
    <div
      {...useSwipe(zoomed ? null : step)}
      className="group/stage relative min-h-0 flex-1 touch-pan-y p-3 sm:px-16 sm:py-[min(44px,4.6dvh)]"
    >
      <div className="@container-[size] relative size-full">
        {looks
          .filter(({ id }) => kept.has(id))
          .map((look) => (
            <StagePicture
              key={look.id}
              look={look}
              shown={look.id === shown}
              zoomed={zoomed}
              onReady={change}
            >
              {(live) => <Over live={live} playing={playing && look.id === current} onPlaying={onPlaying} />}
            </StagePicture>
          ))}
      </div>
      <Side label={reviewText.previous} off={previous === null} onClick={() => step(-1)} className="left-3">
        <ChevronLeft size={18} strokeWidth={1.75} aria-hidden="true" />
      </Side>
      <Side label={reviewText.next} off={next === null} onClick={() => step(1)} className="right-3">
        <ChevronRight size={18} strokeWidth={1.75} aria-hidden="true" />
      </Side>
    </div>
  )
}

interface SideProps {
  label: string
  off: boolean
  onClick: () => void
  className: string
  children: ReactNode
}

/** A button beside the picture, for the mouse: seen while the mouse is there, or in focus. */
function Side({ label, off, onClick, className, children }: SideProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off}
      title={label}
      onClick={onClick}
      className={`${aside} ${className} opacity-0 transition-opacity duration-120 group-hover/stage:opacity-100 focus-visible:opacity-100`}
    >
      {children}
    </button>
  )
}

interface OverProps {
  live: LiveLook
  playing: boolean
  onPlaying: (playing: boolean) => void
}

/** The clip and its button, or what is wrong with the picture. */
function Over({ live: { look, gone, error, retry }, playing, onPlaying }: OverProps) {
  const clip = look?.preview_video_url
  if (gone || error)
    return (
      <div className="absolute inset-x-0 bottom-0 flex flex-col items-center gap-2 p-4 text-center text-14 text-ink-2">
        <p className="font-medium text-ink">{gone ? boardWords.gone : reviewText.pictureFailed}</p>
        {gone ? <p className="text-13">{reviewText.goneHint}</p> : <Retry onClick={retry} />}
      </div>
    )
  if (!clip) return null
  const Icon = playing ? Pause : Play
  return (
    <>
      {playing && <StageClip key={clip} url={clip} onStop={() => onPlaying(false)} />}
      <button
        type="button"
        className={`${pill} pointer-coarse:h-11 absolute top-3 right-3 opacity-0 transition-opacity duration-120 group-focus-within:opacity-100 group-hover:opacity-100 [@media(hover:none)]:opacity-100`}
        onClick={() => onPlaying(!playing)}
      >
        <Icon {...icon} />
        {playing ? reviewText.stop : reviewText.play}
      </button>
    </>
  )
}

const Retry = ({ onClick }: { onClick: () => void }) => <Button onClick={onClick}>{reviewText.retry}</Button>

/** A finger that goes across brings the next look or the one before. */
function useSwipe(step: ((by: 1 | -1) => void) | null) {
  const from = useRef<{ x: number; y: number; id: number } | null>(null)
  return {
    onPointerDown({ pointerType, isPrimary, clientX, clientY, pointerId }: PointerEvent) {
      // A second finger makes it something else.
      from.current = pointerType === 'touch' && isPrimary ? { x: clientX, y: clientY, id: pointerId } : null
    },
    onPointerUp({ clientX, clientY, pointerId }: PointerEvent) {
      const began = from.current
      from.current = null
      if (!began || began.id !== pointerId) return
      const by = swipeStep(clientX - began.x, clientY - began.y)
      if (by) step?.(by)
    },
    onPointerCancel() {
      from.current = null
    },
  }
}
