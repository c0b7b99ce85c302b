import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import type { BoardLook } from '#boards/board.ts'
import { boardLookName } from '#boards/names.ts'
import { useLiveLook, type LiveLook } from '#boards/parts/use-live-look.ts'
import { Picture } from '#looks/picture.tsx'
import { usePan } from './use-pan.ts'

export interface StagePictureProps {
  look: BoardLook
  /** It is the one in sight; the others wait their turn, decoded. */
  shown: boolean
  zoomed: boolean
  onReady: (id: string, ready: boolean) => void
  /** What lies over the picture while it is in sight. */
  children: (live: LiveLook) => ReactNode
}

const portrait = 4 / 5

/** One look's picture as large as the stage has room, at its own ratio; at full size when zoomed. */
export function StagePicture({ look, shown, zoomed, onReady, children }: StagePictureProps) {
  const live = useLiveLook(look.id)
  const pan = usePan(shown && zoomed)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const ready = useEffectEvent(onReady)
  useEffect(() => () => ready(look.id, false), [look.id])

  const { width, height } = look.note
  const width0 = size?.width ?? live.look?.image_width ?? width
  const height0 = size?.height ?? live.look?.image_height ?? height
  const ratio = width0 && height0 ? width0 / height0 : portrait
  const fitted = `min(100cqw, 100cqh * ${ratio})`
  const name = boardLookName(look, live.look)
  return (
    <div
      {...pan}
      data-look={look.id}
      aria-hidden={!shown}
      inert={!shown}
      className={`absolute inset-0 flex ${shown ? '' : 'invisible'} ${shown && zoomed ? 'cursor-grab overflow-auto' : 'touch-pan-y overflow-clip'}`}
    >
      <div
        className="group relative m-auto shrink-0 overflow-clip rounded-panel bg-media"
        style={{
          aspectRatio: ratio,
          width: zoomed ? `max(${width0 ?? 0}px, 1.5 * ${fitted})` : fitted,
        }}
        onLoadCapture={({ target }) => {
          if (!(target instanceof HTMLImageElement)) return
          // It is shown in the frame in which its turn comes, not one later.
          target.decoding = 'sync'
          setSize({ width: target.naturalWidth, height: target.naturalHeight })
          // A browser that cannot decode ahead does it when it is shown.
          void target
            .decode()
            .catch(() => undefined)
            .then(() => target.isConnected && onReady(look.id, true))
        }}
      >
        {live.look ? (
          <Picture
            lookId={look.id}
            url={live.look.preview_image_url}
            name={name}
            alt={name}
            className="absolute inset-0 size-full object-contain text-ink-2 select-none"
          />
        ) : (
          <Picture url={null} name={name} className="absolute inset-0 size-full text-ink-2" />
        )}
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 rounded-panel shadow-[var(--hairline)]"
        />
        {shown && children(live)}
      </div>
    </div>
  )
}
