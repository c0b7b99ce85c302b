/** What a travel through the grid looked like, frame by frame. */
export interface Frames {
  /** Milliseconds from frame to frame. */
  intervals: number[]
  longTasks: number
  probes: number
  /** Probes with neither a card nor its place at the middle of the window. */
  blank: number
  /** Probes with the place of a card that is still on its way. */
  waiting: number
  /** Probes without a picture, for whatever reason. */
  withoutPicture: number
  elements: number
}

interface FrameRecorder {
  start: () => void
  stop: () => Frames
  /** Moves the page down, in CSS pixels a second, until `stop`. */
  drive: (speed: number) => void
}

declare global {
  interface Window {
    benchFrames: FrameRecorder
  }
}

/** Runs in the page after the probe. Whole in itself: it is sent as text. */
export function installFrames({ card, waiting }: { card: string; waiting: string }) {
  let on = false
  let began = 0
  let last = 0
  let count = 0
  const none = (): Frames => ({
    intervals: [],
    longTasks: 0,
    probes: 0,
    blank: 0,
    waiting: 0,
    withoutPicture: 0,
    elements: 0,
  })
  let frames = none()

  /** Up to this many cards, their boxes are compared: a grid that takes no pointer while it scrolls is hit by none. */
  const fewCards = 200
  function isOverMiddle(element: Element): boolean {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const x = window.innerWidth / 2
    const y = window.innerHeight / 2
    return (
      left <= x &&
      right >= x &&
      top <= y + 24 &&
      bottom >= y - 24 &&
      element.checkVisibility({ visibilityProperty: true })
    )
  }
  /** What is drawn at the middle of the window, or just above or below it, between two rows. */
  function atMiddle(selector: string): Element | null {
    for (const dy of [0, 24, -24]) {
      const point = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2 + dy)
      const found = point?.closest(selector)
      if (found) return found
    }
    const all = document.querySelectorAll(selector)
    return all.length > fewCards ? null : ([...all].find(isOverMiddle) ?? null)
  }

  function probe() {
    const hit = atMiddle(card)
    frames.probes += 1
    if (!hit && atMiddle(waiting)) frames.waiting += 1
    else if (!hit) frames.blank += 1
    if (!window.bench.hasPicture(hit)) frames.withoutPicture += 1
    if (count % 16 === 0) frames.elements = Math.max(frames.elements, window.bench.elements())
  }
  function tick(time: number) {
    if (!on) return
    if (last > 0) frames.intervals.push(time - last)
    last = time
    if (count % 2 === 0) probe()
    count += 1
    requestAnimationFrame(tick)
  }

  window.benchFrames = {
    start() {
      on = true
      began = performance.now()
      last = 0
      count = 0
      frames = none()
      requestAnimationFrame(tick)
    },
    stop() {
      on = false
      frames.longTasks = window.bench.longTasks.filter(({ start }) => start >= began).length
      return frames
    },
    drive(speed: number) {
      let before = performance.now()
      const step = () => {
        if (!on) return
        const now = performance.now()
        // After a long frame the page goes on from where it is, as under a finger, and does not leap.
        window.scrollBy({ top: (Math.min(80, now - before) / 1000) * speed, behavior: 'instant' })
        before = now
        requestAnimationFrame(step)
      }
      requestAnimationFrame(step)
    },
  }
}
