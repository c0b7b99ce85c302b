import type { Point } from './zoom.ts'

export interface ZoomGestures {
  /** Larger or smaller by a factor, at a point in fractions of the frame. */
  onZoom: (factor: number, at: Point) => void
  /** Moved by fractions of the frame. */
  onPan: (by: Point) => void
  onToggle: (at: Point) => void
  /** Whether there is anything to move: until then a finger scrolls the page. */
  isZoomed: () => boolean
}

/** A wheel's notch is 100 in most browsers; a pinch on a trackpad sends a few at a time. */
const wheelSpeed = 0.0025
const lines = 33

const middle = (points: Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

/** Wheel with Ctrl or Cmd, pinch, drag and double click in a frame, until the function it gives is called. */
export function watchZoom(frame: HTMLElement, gestures: ZoomGestures): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const fingers = new Map<number, Point>()

  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width, height } = frame.getBoundingClientRect()
    return { x: (clientX - left) / width, y: (clientY - top) / height }
  }
  const spread = ([one, other]: Point[]) => {
    const { width, height } = frame.getBoundingClientRect()
    return one && other ? Math.hypot((one.x - other.x) * width, (one.y - other.y) * height) : 0
  }

  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return
      // Else the browser makes the whole page larger.
      event.preventDefault()
      const turned = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * lines : event.deltaY
      gestures.onZoom(
        Math.exp(-turned * (Math.abs(turned) < 30 ? wheelSpeed * 4 : wheelSpeed)),
        pointOf(event),
      )
    },
    { signal, passive: false },
  )
  frame.addEventListener(
    'dblclick',
    (event) => {
      if (!(event.target instanceof Element && event.target.closest('button, a')))
        gestures.onToggle(pointOf(event))
    },
    { signal },
  )
  frame.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button, a'))) return
      fingers.set(event.pointerId, pointOf(event))
      if (gestures.isZoomed() || fingers.size > 1) frame.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  frame.addEventListener(
    'pointermove',
    (event) => {
      if (!fingers.has(event.pointerId)) return
      const before = [...fingers.values()]
      fingers.set(event.pointerId, pointOf(event))
      const after = [...fingers.values()]
      const [from, to] = [middle(before), middle(after)]
      const wider = spread(after) / spread(before)
      if (fingers.size > 1 && Number.isFinite(wider) && wider > 0) gestures.onZoom(wider, to)
      if (gestures.isZoomed()) gestures.onPan({ x: to.x - from.x, y: to.y - from.y })
    },
    { signal },
  )
  for (const type of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(type, (event) => fingers.delete(event.pointerId), { signal })
  return () => listening.abort()
}
