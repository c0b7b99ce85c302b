import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { freshPicture } from './fresh-picture.ts'
import { initialsOf } from './look-words.ts'

export interface PictureProps {
  /** The look it belongs to, where a fresh link can be asked for. */
  lookId?: string
  url: string | null
  name: string
  className?: string
  /** Empty where the name stands beside it. */
  alt?: string
}

/** Fades in only what has to be waited for: a cached picture is there at once. */
function fadeWhenLate(image: HTMLImageElement | null) {
  if (!image || image.complete) return
  image.classList.add('late')
  image.addEventListener('load', () => image.classList.remove('late'), { once: true })
}

/**
 * A picture, or a quiet placeholder with initials. Links from HeyGen expire: one that fails is asked for anew
 * once, and only then given up.
 */
export function Picture({ lookId, url, name, className = '', alt = '' }: PictureProps) {
  const client = useQueryClient()
  const [fresh, setFresh] = useState<{ of: string; url: string | null } | null>(null)
  const shown = fresh && fresh.of === url ? fresh.url : url

  if (!shown)
    return (
      <span className={`placeholder ${className}`} aria-hidden={alt === '' || undefined}>
        {initialsOf(name)}
      </span>
    )
  return (
    <img
      key={shown}
      ref={fadeWhenLate}
      src={shown}
      alt={alt}
      className={className}
      decoding="async"
      draggable={false}
      onError={() => {
        if (!url) return
        const again = lookId !== undefined && shown === url
        if (!again) setFresh({ of: url, url: null })
        else
          void freshPicture(client, lookId).then((found) =>
            setFresh({ of: url, url: found === url ? null : found }),
          )
      }}
    />
  )
}
