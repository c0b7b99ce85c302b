/**
 * Calls `then` once nothing has happened for `quiet` ms: `touch` says that something has. One timer for a whole
 * scroll, where setting a new one at each event would cost more than most of them.
 *
 * `byFrame`: for what is told once a frame, as scrolling is. Where frames take longer than `quiet`, the timer is due
 * between any two of them, so the next one has its say first.
 */
export function whenStill(quiet: number, then: () => void, { byFrame = false } = {}) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  let last = 0
  // A page out of sight has no frames.
  const check = (sure = !byFrame || document.hidden) => {
    timer = undefined
    frame = 0
    const left = last + quiet - performance.now()
    if (left > 0) timer = setTimeout(check, left)
    else if (sure) then()
    else frame = requestAnimationFrame(() => check(true))
  }
  return {
    touch() {
      last = performance.now()
      if (frame === 0) timer ??= setTimeout(check, quiet)
    },
    end() {
      clearTimeout(timer)
      if (frame !== 0) cancelAnimationFrame(frame)
      timer = undefined
      frame = 0
    },
  }
}
