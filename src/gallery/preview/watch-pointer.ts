import { whenStill } from '#ui/when-still.ts'
import type { PreviewController, PreviewTarget } from './preview-controller.ts'

/** How long the page has to be still, in ms, before hovering counts again. */
const settled = 150

/** The clip of the card around an element, if it has one. */
export function targetOf(element: EventTarget | null): PreviewTarget | null {
  const card = element instanceof Element ? element.closest<HTMLElement>('[data-card]') : null
  const media = card?.querySelector<HTMLElement>('.media')
  const url = card?.dataset.clip
  return media && url ? { media, url, cardId: card.dataset.card } : null
}

/**
 * Arms clips for the card under a resting mouse within `root`. Not while scrolling, while a button is down or in
 * a hidden tab. Gives the function that ends it.
 */
export function watchPointer(root: HTMLElement, controller: PreviewController): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let card: Element | null = null
  const still = whenStill(settled, () => {
    scrolling = false
    look()
  })
  let scrolling = false
  let down = false
  let at: { x: number; y: number } | null = null

  function over(element: EventTarget | null) {
    const next = element instanceof Element ? element.closest('[data-card]') : null
    if (next === card) return
    card = next
    const target = targetOf(next)
    if (!target) controller.leave()
    else if (!scrolling && !down && !document.hidden) controller.arm(target)
  }

  /** Looks anew at what is under the resting mouse: the page has moved, or a button was let go. */
  function look() {
    card = null
    if (at) over(document.elementFromPoint(at.x, at.y))
  }

  root.addEventListener(
    'pointerover',
    (event) => {
      if (event.pointerType !== 'mouse') return
      at = { x: event.clientX, y: event.clientY }
      over(event.target)
    },
    { signal },
  )
  root.addEventListener('pointermove', (event) => (at = { x: event.clientX, y: event.clientY }), {
    signal,
    passive: true,
  })
  root.addEventListener(
    'pointerleave',
    () => {
      at = null
      over(null)
    },
    { signal },
  )
  root.addEventListener(
    'pointerdown',
    () => {
      down = true
      controller.leave()
    },
    { signal },
  )
  for (const type of ['pointerup', 'pointercancel'])
    window.addEventListener(
      type,
      () => {
        if (!down) return
        down = false
        if (!scrolling) look()
      },
      { signal },
    )
  document.addEventListener('visibilitychange', () => document.hidden && controller.stop(), { signal })
  window.addEventListener(
    'scroll',
    () => {
      scrolling = true
      card = null
      controller.leave()
      still.touch()
    },
    { signal, passive: true },
  )
  // The mouse may have come to rest on a card before this code was there.
  over(root.querySelector('[data-card]:hover'))
  return () => {
    still.end()
    listening.abort()
    controller.stop()
  }
}
