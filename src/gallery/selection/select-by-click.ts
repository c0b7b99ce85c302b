import type { GridPicks } from './grid-picks.ts'
import { indexOf } from './mark-cells.ts'
import { selection } from './selection.ts'

/** CSS pixels from a card's corner within which a click is meant for its checkbox. */
const reach = 40

/** Whether a click is on the checkbox that a card shows, also where the page has just moved and it is only drawn. */
function isOnBox({ target, clientX, clientY, detail }: MouseEvent, card: HTMLElement): boolean {
  if (target instanceof Element && target.closest('[data-action=select]')) return true
  if (detail === 0 || selection.read().length === 0) return false
  const { left, right, top } = card.getBoundingClientRect()
  const across = getComputedStyle(card).direction === 'rtl' ? right - clientX : clientX - left
  return across < reach && clientY - top < reach
}

/**
 * Clicks that select: on the checkbox, with Shift, and by a finger once something is selected. All others are let
 * through to the card, which is a link. Gives the way to end it.
 */
export function watchClicks(root: HTMLElement, picks: GridPicks): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let byTouch = false

  root.addEventListener('pointerdown', ({ pointerType }) => (byTouch = pointerType === 'touch'), { signal })
  root.addEventListener(
    'mousedown',
    (event) => {
      if (!event.shiftKey || event.button !== 0 || !(event.target instanceof Element)) return
      // Else the browser selects the text in between.
      event.preventDefault()
      event.target.closest('a')?.focus({ preventScroll: true })
    },
    { signal },
  )
  root.addEventListener(
    'click',
    (event) => {
      const { target, shiftKey, detail } = event
      if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return
      const card = target.closest<HTMLElement>('[data-card]')
      if (!card) return
      const onLink = target.closest('a') !== null
      const onBox = isOnBox(event, card)
      const meant = onBox || (onLink && detail > 0 && (shiftKey || (byTouch && selection.read().length > 0)))
      if (!meant) return
      event.preventDefault()
      event.stopPropagation()
      if (shiftKey) void picks.selectTo(indexOf(card))
      else picks.toggle(indexOf(card))
    },
    { signal, capture: true },
  )
  return () => listening.abort()
}
