import { useEffect, useEffectEvent } from 'react'
import { announce } from './notices.ts'
import { useCountdown } from './use-countdown.ts'

/** When what has failed may be tried again. */
export interface NextTry {
  /** Epoch ms; undefined: at any time. */
  at: number | undefined
  /** Whether it may be tried then without being asked. */
  mayTryItself: () => boolean
  /** What is said when it is. */
  trying: string
}

/**
 * Seconds until `retry` may be called, 0 where it may now; undefined where no time was named. At that time it is called,
 * once; and when the network is back.
 */
export function useRetry(next: NextTry, retry: (() => void) | undefined): number | undefined {
  const again = useEffectEvent(() => retry?.())
  useEffect(() => {
    const onOnline = () => again()
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [])
  const left = useCountdown(next.at, () => {
    if (!retry || !next.mayTryItself()) return
    announce(next.trying)
    retry()
  })
  return next.at === undefined ? undefined : left
}
