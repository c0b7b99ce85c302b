/** Milliseconds: what phones take for a long press. */
const held = 500
/** CSS pixels that a finger may stray without meaning to scroll. */
const stray = 10

/**
 * Calls `onHold` with the card that a finger is held on, where it is not held on one of its buttons. The click that
 * follows, and the phone's own menu, do not come through. Gives the way to end it.
 */
export function watchHold(root: HTMLElement, onHold: (card: HTMLElement) => void): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let timer: ReturnType<typeof setTimeout> | undefined
  let pressed: { card: HTMLElement; x: number; y: number } | null = null
  let swallow = false

  const end = () => {
    clearTimeout(timer)
    pressed = null
  }
  const hold = () => {
    const card = pressed?.card
    end()
    if (!card) return
    swallow = true
    onHold(card)
  }
  root.addEventListener(
    'pointerdown',
    ({ pointerType, isPrimary, target, clientX, clientY }) => {
      end()
      swallow = false
      const link = target instanceof Element ? target.closest('a') : null
      const card = link?.closest<HTMLElement>('[data-card]')
      if (pointerType !== 'touch' || !isPrimary || !card) return
      pressed = { card, x: clientX, y: clientY }
      timer = setTimeout(hold, held)
    },
    { signal },
  )
  root.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (pressed && Math.hypot(clientX - pressed.x, clientY - pressed.y) > stray) end()
    },
    { signal, passive: true },
  )
  for (const type of ['pointerup', 'pointercancel']) root.addEventListener(type, end, { signal })
  window.addEventListener('scroll', end, { signal, passive: true })
  root.addEventListener(
    'contextmenu',
    (event) => {
      // Some phones take a little less time for a long press: their menu is the sign of it.
      if (pressed) hold()
      if (swallow) event.preventDefault()
    },
    { signal },
  )
  root.addEventListener(
    'click',
    (event) => {
      if (!swallow) return
      swallow = false
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { signal, capture: true },
  )
  return () => {
    end()
    listening.abort()
  }
}
