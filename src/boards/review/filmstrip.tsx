import { useEffect, useLayoutEffect, useId, useRef, useState } from 'react'
import { reviewOf } from '#boards/board.ts'
import { reviewText } from '#messages/en-review.ts'
import { StripThumb } from './strip-thumb.tsx'
import { centredLeft, stripRange, stripWidth } from './strip-window.ts'
import type { Review } from './use-review.ts'

/** Steps that follow each other within so long, in ms, do not glide: the strip would never arrive. */
const quick = 250

/** All looks that the filter takes in a row, of which only those in sight and around it are drawn. */
export function Filmstrip({ review }: { review: Review }) {
  const { shown, looks, mine, current, go } = review
  const strip = useRef<HTMLDivElement>(null)
  const id = useId()
  const [view, setView] = useState({ left: 0, width: 0 })
  const at = shown.indexOf(current)
  const count = shown.length

  useLayoutEffect(() => {
    const element = strip.current
    if (!element) return undefined
    const measure = () =>
      setView((before) => {
        const { scrollLeft: left, clientWidth: width } = element
        return before.left === left && before.width === width ? before : { left, width }
      })
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [])

  const moved = useRef(-quick)
  useEffect(() => {
    if (at < 0 || view.width === 0) return
    const element = strip.current
    const left = centredLeft(at, count, view.width)
    const now = performance.now()
    const near = element && Math.abs(element.scrollLeft - left) < view.width
    const glide =
      near && now - moved.current > quick && !matchMedia('(prefers-reduced-motion: reduce)').matches
    // Not when the strip was just made: it begins where it belongs.
    element?.scrollTo({ left, behavior: glide && moved.current > 0 ? 'smooth' : 'instant' })
    moved.current = now
  }, [at, count, view.width])

  const { from, to } = stripRange(count, view.left, view.width)
  const byId = new Map(looks.map((look) => [look.id, look]))
  const drawn = new Set(Array.from({ length: to - from }, (_, index) => from + index))
  // It is what a screen reader is told of.
  if (at >= 0) drawn.add(at)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the page hears the keys
    <div
      ref={strip}
      role="listbox"
      tabIndex={0}
      aria-label={reviewText.strip}
      aria-orientation="horizontal"
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      onClick={({ target }) => {
        const thumb = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
        if (thumb) go(shown[Number(thumb.dataset['index'])])
      }}
      className="mx-auto h-21 w-full max-w-[754px] shrink-0 overflow-x-auto sm:h-23 overflow-y-hidden overscroll-x-contain [scrollbar-width:none] -outline-offset-2"
    >
      {count === 0 ? (
        <p className="grid h-full place-items-center text-13 text-ink-2">
          {reviewText.nothing[review.filter]}
        </p>
      ) : (
        <div className="relative mx-auto h-full" style={{ width: stripWidth(count) }}>
          {[...drawn]
            .toSorted((a, b) => a - b)
            .map((index) => {
              const look = byId.get(shown[index] ?? '')
              return (
                look && (
                  <StripThumb
                    key={look.id}
                    id={`${id}-${index}`}
                    look={look}
                    index={index}
                    count={count}
                    verdict={reviewOf(mine, look.id).verdict}
                    current={index === at}
                    soon={Math.abs(index - at) < 12}
                  />
                )
              )
            })}
        </div>
      )}
    </div>
  )
}
