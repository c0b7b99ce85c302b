import type { Look } from '#heygen/schemas/look.ts'
import { frameNames, frames, framing, type Frame } from '#looks/framing.ts'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { lookText } from '#messages/en-look.ts'

const tileHeight = 56
const tones = { fits: 'text-good', tight: 'text-warn', cuts: 'text-bad' }

export interface FramingTilesProps {
  look: Look
  frame: Frame | null
  onFrame: (frame: Frame | null) => void
}

/** How the look sits in the three shapes of a video; a tile draws its frame over the large picture. */
export function FramingTiles({ look, frame, onFrame }: FramingTilesProps) {
  const { image_width: width, image_height: height } = look
  return (
    <div role="group" aria-label={lookText.framing} className="mt-4 grid grid-cols-3 gap-2">
      {frameNames.map((name) => {
        const kept = width && height ? framing(width, height, name) : null
        return (
          <button
            key={name}
            type="button"
            disabled={!kept}
            aria-pressed={frame === name}
            title={lookText.framingHint(name)}
            className="flex flex-col gap-2 rounded-control border border-line p-2 text-left text-12 transition-colors duration-120 not-disabled:hover:border-line-2 not-disabled:hover:bg-well aria-pressed:border-accent aria-pressed:bg-accent-wash"
            onClick={() => onFrame(frame === name ? null : name)}
          >
            <span className="flex h-15 w-full items-center justify-center">
              <span
                className="block overflow-hidden rounded-[4px] bg-media"
                style={{ height: Math.min(tileHeight, 96 / frames[name]), aspectRatio: frames[name] }}
              >
                <Picture
                  lookId={look.id}
                  url={look.preview_image_url}
                  name={nameOf(look)}
                  drawnWidth={96}
                  className="size-full object-cover text-12"
                />
              </span>
            </span>
            <span className="tabular-nums">
              {name}{' '}
              {kept ? (
                <span className={tones[kept.verdict]}>{lookText[kept.verdict]}</span>
              ) : (
                <span className="text-ink-2">{lookText.framingUnknown}</span>
              )}
            </span>
          </button>
        )
      })}
    </div>
  )
}
