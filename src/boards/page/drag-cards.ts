import { stuckHeight } from '#gallery/stuck-bars.ts'
import { edgeSpeed } from './place.ts'

/** Pixels a mouse moves before it drags. */
const slack = 6
/** Milliseconds a finger rests before it drags: shorter than the phone's own long press. */
const held = 350

/** Where the pointer is, in CSS pixels of the window. */
export interface At {
  x: number
  y: number
}

export interface DragEvents {
  /** A card is taken, by its id. False where it cannot be. */
  onLift: (id: string, at: At) => boolean
  /** Each frame while it is dragged: the pointer, or the page below it, may have moved. */
  onDrag: (at: At) => void
  onDrop: (at: At) => void
  onBack: () => void
}

interface Press extends At {
  id: string
  touch: boolean
  dragging: boolean
}

const quiet = (event: Event, when: boolean | undefined) => when && event.preventDefault()

/**
 * Dragging the cards in `root` by mouse, pen or, after a rest, finger, with the page scrolling near the window's edges.
 * Gives the way to end it.
 */
export function dragCards(root: HTMLElement, events: DragEvents): () => void {
  let press: Press | null = null
  let swallow = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0

  function follow() {
    if (!press?.dragging) return
    const speed = edgeSpeed(press.y, stuckHeight(), window.innerHeight)
    if (speed !== 0) window.scrollBy({ top: speed, behavior: 'instant' })
    events.onDrag(press)
    frame = requestAnimationFrame(follow)
  }
  function begin(now: Press) {
    if (!events.onLift(now.id, now)) return
    now.dragging = true
    swallow = true
    frame = requestAnimationFrame(follow)
  }
  function end(drop: boolean) {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    const now = press
    press = null
    if (!now?.dragging) return
    // After the click that may follow.
    setTimeout(() => (swallow = false), 50)
    if (drop) events.onDrop(now)
    else events.onBack()
  }
  function onDown(event: PointerEvent) {
    swallow = false
    const target = event.target instanceof Element ? event.target : null
    const id = target?.closest<HTMLElement>('[data-card]')?.dataset.card
    if (event.button !== 0 || id === undefined || target?.closest('button') || !event.isPrimary) return
    const touch = event.pointerType === 'touch'
    const now = { id, x: event.clientX, y: event.clientY, touch, dragging: false }
    press = now
    if (touch) timer = setTimeout(() => press === now && begin(now), held)
  }
  function onMove(event: PointerEvent) {
    if (!press || !event.isPrimary) return
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > slack
    if (!press.dragging && !far) return
    // A finger that moves before it has rested scrolls.
    if (!press.dragging && press.touch) return end(false)
    press.x = event.clientX
    press.y = event.clientY
    if (!press.dragging) begin(press)
  }

  const leaving = new AbortController()
  const { signal } = leaving
  root.addEventListener('pointerdown', onDown, { signal })
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', () => end(true), { signal })
  window.addEventListener('pointercancel', () => end(false), { signal })
  window.addEventListener('blur', () => end(false), { signal })
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !press?.dragging) return
    event.stopPropagation()
    end(false)
  }
  window.addEventListener('keydown', onKey, { signal, capture: true })
  // Once a finger drags, it no longer scrolls, and it asks for no menu.
  const onTouch = (event: TouchEvent) => quiet(event, press?.dragging)
  root.addEventListener('touchmove', onTouch, { signal, passive: false })
  root.addEventListener('contextmenu', (event) => quiet(event, press?.touch), { signal })
  // The click that ends a drag opens nothing.
  const onClick = (event: MouseEvent) => {
    if (swallow) event.stopPropagation()
    quiet(event, swallow)
    swallow = false
  }
  root.addEventListener('click', onClick, { signal, capture: true })
  return () => {
    leaving.abort()
    end(false)
  }
}
