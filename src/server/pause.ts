/** Resolves after `ms`, or rejects with the signal's reason. */
export const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })

/** Settles as `promise` does, but after `ms` at the latest. */
export async function atMost(promise: Promise<void>, ms: number): Promise<void> {
  const done = new AbortController()
  try {
    await Promise.race([promise, pause(ms, done.signal).catch(() => undefined)])
  } finally {
    done.abort()
  }
}
