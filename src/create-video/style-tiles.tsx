import { useId, useState } from 'react'
import type { Style } from '#heygen/schemas/agent.ts'
import { createText } from '#messages/en-create.ts'
import { useMedia } from '#ui/use-media.ts'

interface StyleTilesProps {
  styles: readonly Style[]
  chosen: string | null
  error: string | undefined
  onChange: (styleId: string | null) => void
}

/** The agent's styles by their pictures; the one under the pointer or with the focus plays its sample. */
export function StyleTiles({ styles, chosen, error, onChange }: StyleTilesProps) {
  const name = useId()
  const [playing, setPlaying] = useState<string | null>(null)
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const none = {
    style_id: '',
    name: createText.style.none,
    thumbnail_url: null,
    preview_video_url: null,
    aspect_ratio: null,
  }
  return (
    <fieldset aria-describedby={error ? `${name}-told` : undefined}>
      <legend className="mb-2 text-13 font-medium text-ink-2">{createText.label.style}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {[none, ...styles].map((style) => (
          <label
            key={style.style_id}
            className="relative cursor-pointer overflow-hidden rounded-control border border-line-2 text-13 transition-colors duration-120 [contain-intrinsic-size:auto_124px] [content-visibility:auto] hover:bg-well has-checked:border-accent has-checked:bg-accent-wash has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            onPointerEnter={(event) => event.pointerType === 'mouse' && setPlaying(style.style_id)}
            onPointerLeave={() => setPlaying(null)}
          >
            <input
              type="radio"
              className="absolute inset-0 cursor-[inherit] opacity-0"
              name={name}
              checked={(chosen ?? '') === style.style_id}
              onChange={() => onChange(style.style_id || null)}
              onFocus={(event) => event.target.matches(':focus-visible') && setPlaying(style.style_id)}
              onBlur={() => setPlaying(null)}
            />
            <StylePicture style={style} playing={playing === style.style_id && !still} />
            <span className="block truncate px-3 pt-2 font-medium">{style.name}</span>
            <span className="block h-6 px-3 text-12 text-ink-2">{style.aspect_ratio}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-told`} role="alert" className="mt-1.5 text-13 text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function StylePicture({
  style,
  playing,
}: {
  style: Pick<Style, 'thumbnail_url' | 'preview_video_url'>
  playing: boolean
}) {
  return (
    <span className="relative block h-18 bg-media">
      {style.thumbnail_url && (
        <img
          src={style.thumbnail_url}
          alt=""
          className="size-full object-cover"
          loading="lazy"
          draggable={false}
        />
      )}
      {playing && style.preview_video_url && (
        <video
          src={style.preview_video_url}
          className="absolute inset-0 size-full object-cover"
          autoPlay
          muted
          loop
          playsInline
        />
      )}
    </span>
  )
}
