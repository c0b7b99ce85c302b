import { Pin, RotateCw, TriangleAlert } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { frames, framing } from '#looks/framing.ts'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { compareText as words } from '#messages/en-compare.ts'
import type { Backdrop, PaneFrame } from './compare-address.ts'
import { PaneClip } from './pane-clip.tsx'
import type { SyncDriver } from './sync-driver.ts'
import { useInView } from './use-in-view.ts'
import { watchZoom, type ZoomGestures } from './zoom-gestures.ts'
import { transformOf, type Zoom } from './zoom.ts'

const badge = 'pane-badge'
const icon = { size: 12, strokeWidth: 1.75, 'aria-hidden': true } as const

interface PaneDisplay {
  frame: PaneFrame
  backdrop: Backdrop
  /** Of the brand, as #rrggbb. */
  brand: string
}

export const ratioOf = (frame: PaneFrame) => frames[frame === 'own' ? '4:5' : frame]

export interface PaneMediaProps extends ZoomGestures {
  look: Look
  display: PaneDisplay
  isReference: boolean
  zoom: Zoom
  driver: SyncDriver
  /** CSS pixels. */
  width: number
}

/** A look's picture with its clip, in the chosen frame and at the chosen zoom. */
export function PaneMedia({ look, display, isReference, zoom, driver, width, ...gestures }: PaneMediaProps) {
  const media = useRef<HTMLDivElement>(null)
  const { frame, backdrop, brand } = display
  const inView = useInView(media)
  const [failed, setFailed] = useState<string | null>(null)
  const [sharp, setSharp] = useState(false)
  // Once it has been enlarged the original stays: taking it away would blink.
  if (zoom.scale > 1 && !sharp) setSharp(true)

  const onZoom = useEffectEvent(gestures.onZoom)
  const onPan = useEffectEvent(gestures.onPan)
  const onToggle = useEffectEvent(gestures.onToggle)
  const isZoomed = useEffectEvent(gestures.isZoomed)
  useEffect(
    () =>
      media.current
        ? watchZoom(media.current, {
            onZoom: (factor, at) => onZoom(factor, at),
            onPan: (by) => onPan(by),
            onToggle: (at) => onToggle(at),
            isZoomed: () => isZoomed(),
          })
        : undefined,
    [],
  )

  const { id, preview_image_url: picture, preview_video_url: clip } = look
  const name = nameOf(look)
  const whole = backdrop !== 'app'
  const { image_width: pixels, image_height: lines } = look
  const cuts =
    frame !== 'own' && !whole && pixels && lines ? framing(pixels, lines, frame).verdict === 'cuts' : false
  return (
    <div
      ref={media}
      className="pane-media"
      data-frame={frame}
      data-whole={whole || undefined}
      data-backdrop={backdrop}
      data-zoomed={zoom.scale > 1 || undefined}
      style={{
        aspectRatio: ratioOf(frame),
        backgroundColor: backdrop === 'brand' ? brand : undefined,
      }}
    >
      <div className="pane-zoom" style={{ transform: transformOf(zoom) }}>
        <Picture lookId={id} url={picture} name={name} drawnWidth={width} />
        {sharp && picture && <Picture lookId={id} url={picture} name={name} />}
        {clip && inView && failed !== clip && (
          <PaneClip lookId={id} url={clip} driver={driver} onFailed={() => setFailed(clip)} />
        )}
      </div>
      <div className="pane-badges">
        {isReference && (
          <span className={badge} title={words.referenceHint}>
            <Pin {...icon} />
            {words.reference}
          </span>
        )}
        {cuts && (
          <span className={badge}>
            <TriangleAlert {...icon} />
            {words.cuts(frame)}
          </span>
        )}
      </div>
      <div className="pane-badges bottom-2">
        {!clip && <span className={badge}>{words.noClip}</span>}
        {clip && failed === clip && (
          <button
            type="button"
            className={`${badge} h-7 hover:bg-black/75`}
            title={words.retryClip}
            onClick={() => setFailed(null)}
          >
            <RotateCw {...icon} />
            {words.clipFailed}
            <span className="sr-only">. {words.retryClip}</span>
          </button>
        )}
      </div>
    </div>
  )
}
