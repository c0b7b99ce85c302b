import { Check, CircleAlert } from 'lucide-react'
import type { Look } from '#heygen/schemas/look.ts'
import type { AspectRatio } from '#heygen/schemas/video-choices.ts'
import { frames, framing } from '#looks/framing.ts'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { dialogText } from '#messages/en-create-dialog.ts'
import type { Draft } from './draft.ts'

const words = dialogText.framing
const icon = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const
/** The tallest a frame is drawn, in px. */
const tallest = 192

/** What will be in the frame, and whether the head is. */
function verdictOf(
  { image_width: width, image_height: height }: Look,
  ratio: AspectRatio,
  fit: Draft['fit'],
) {
  if (ratio === 'auto') return { tone: 'text-good', words: words.auto }
  if (!width || !height) return { tone: 'text-warn', words: words.unknown }
  if (fit === 'contain') return { tone: 'text-good', words: words.whole }
  const { verdict } = framing(width, height, ratio)
  const tone = { fits: 'text-good', tight: 'text-warn', cuts: 'text-bad' }[verdict]
  return { tone, words: words[verdict](ratio) }
}

export interface FramePreviewProps extends Pick<Draft, 'aspectRatio' | 'fit' | 'background'> {
  look: Look
}

/** The picture as the video will frame it, drawn as it is chosen. */
export function FramePreview({ look, aspectRatio, fit, background }: FramePreviewProps) {
  const { image_width: width, image_height: height } = look
  const own = width && height ? width / height : 16 / 9
  const ratio = aspectRatio === 'auto' ? own : frames[aspectRatio]
  const verdict = verdictOf(look, aspectRatio, fit)
  const Icon = verdict.tone === 'text-good' ? Check : CircleAlert
  return (
    <div>
      <div className="flex h-37 items-center justify-center sm:h-48">
        <div
          className="relative max-h-full max-w-full overflow-hidden rounded-control bg-media after:absolute after:inset-0 after:rounded-[inherit] after:shadow-[var(--hairline)]"
          style={{
            aspectRatio: ratio,
            width: ratio >= 1 ? '100%' : undefined,
            height: ratio >= 1 ? undefined : '100%',
            maxHeight: tallest,
            backgroundColor: background.kind === 'color' ? background.value : undefined,
          }}
        >
          <Picture
            lookId={look.id}
            url={look.preview_image_url}
            name={nameOf(look)}
            alt={nameOf(look)}
            className={`size-full ${fit === 'contain' ? 'object-contain' : 'object-cover'}`}
          />
        </div>
      </div>
      <p role="status" className="mt-2.5 flex items-center gap-2 text-13 text-ink-2">
        <Icon {...icon} className={`shrink-0 ${verdict.tone}`} />
        {verdict.words}
      </p>
    </div>
  )
}
