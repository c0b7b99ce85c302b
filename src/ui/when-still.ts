/**
 * Calls `then` once nothing has happened for `quiet` ms: `touch` says that something has. One timer for a whole
 * scroll, where setting a new one at each event would cost more than most of them.
 */
export function whenStill(quiet: number, then: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const check = () => {
    const left = last + quiet - performance.now()
    timer = left > 0 ? setTimeout(check, left) : undefined
    if (timer === undefined) then()
  }
  return {
    touch() {
      last = performance.now()
      timer ??= setTimeout(check, quiet)
    },
    end() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
