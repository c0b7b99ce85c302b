import { useEffect, useEffectEvent } from 'react'
import { errorText } from '#messages/en-errors.ts'
import { mayTryItself, retryAt } from '#queries/retry-at.ts'
import { announce } from '#ui/notices.ts'
import { useCountdown } from '#ui/use-countdown.ts'

/**
 * Seconds until `retry` may be called, 0 where it may now. Where the error says when, it is called then, once; and when
 * the network is back.
 */
export function useRetry(error: Error | null, retry: (() => void) | undefined): number {
  const again = useEffectEvent(() => retry?.())
  useEffect(() => {
    const onOnline = () => again()
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [])
  return useCountdown(retryAt(error), () => {
    if (!error || !retry || !mayTryItself(error)) return
    announce(errorText.trying)
    retry()
  })
}
