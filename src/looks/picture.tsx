import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { initialsOf } from './look-words.ts'
import { firstAttempt, type PictureAttempt } from './picture-attempt.ts'

export interface PictureProps {
  /** The look it belongs to, where a fresh link can be asked for. */
  lookId?: string
  url: string | null
  name: string
  className?: string
  /** Empty where the name stands beside it. */
  alt?: string
  /**
   * CSS pixels that it is drawn wide at most, and at most 1.25 times as high: it is then loaded at about that size.
   * Left out: the original.
   */
  drawnWidth?: number
}

/** Most pages never need it. */
const loadNext = async () => (await import('./next-attempt.ts')).nextAttempt

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
export function Picture({ lookId, url, name, className = '', alt = '', drawnWidth }: PictureProps) {
  const client = useQueryClient()
  const [later, setLater] = useState<{ of: string; attempt: PictureAttempt | null } | null>(null)
  const attempt = later && later.of === url ? later.attempt : url ? firstAttempt(url, drawnWidth) : null

  if (!attempt || !url)
    return (
      <span className={`placeholder ${className}`} aria-hidden={alt === '' || undefined}>
        {initialsOf(name)}
      </span>
    )
  const { src, srcset, sizes } = attempt.source
  return (
    <img
      key={src}
      ref={fadeWhenLate}
      sizes={sizes}
      srcSet={srcset}
      src={src}
      alt={alt}
      className={className}
      decoding="async"
      draggable={false}
      onError={() => {
        void loadNext()
          .then((nextAttempt) => nextAttempt(client, lookId, attempt, drawnWidth))
          // Without that part, as without a picture.
          .catch(() => null)
          .then((next) => setLater({ of: url, attempt: next }))
      }}
    />
  )
}
