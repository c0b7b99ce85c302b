import { memo, useEffect, useRef, useState, type MouseEvent } from 'react'
import { badgeOf, captionOf, clipMarkOf, nameOf } from './card-words.ts'
import { hoverRest } from './grid-rules.ts'
import { addressOf } from './look-address.ts'
import type { Look } from './looks.ts'
import { pictureOf } from './picture.ts'

function open(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault()
  history.replaceState({ scrollY: window.scrollY }, '')
  history.pushState(null, '', event.currentTarget.href)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** The card every React grid here draws. */
export const Card = memo(function Card({ look }: { look: Look }) {
  const [playing, setPlaying] = useState(false)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])
  const picture = pictureOf(look.preview_image_url)
  const { preview_video_url: clip } = look
  return (
    <div
      className="card"
      data-card={look.id}
      onPointerEnter={() => {
        rest.current = setTimeout(() => setPlaying(clip !== null), hoverRest)
      }}
      onPointerLeave={() => {
        clearTimeout(rest.current)
        setPlaying(false)
      }}
    >
      <a href={addressOf(look.id)} onClick={open} draggable={false}>
        <span className="media">
          {picture && (
            <img
              src={picture.src}
              srcSet={picture.srcset || undefined}
              sizes={picture.sizes || undefined}
              alt=""
              decoding="async"
              draggable={false}
            />
          )}
          {playing && clip !== null && <video src={clip} muted autoPlay loop playsInline />}
        </span>
        <span className="name">{nameOf(look)}</span>
        <span className="caption">{captionOf(look)}</span>
      </a>
      {badgeOf(look) && <span className="badge status">{badgeOf(look)}</span>}
      {clipMarkOf(look) && <span className="badge clip">{clipMarkOf(look)}</span>}
    </div>
  )
})
