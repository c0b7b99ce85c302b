import { useEffect, useEffectEvent, useState } from 'react'

/** Whole seconds until then (epoch ms), each second anew; at zero `onZero` is called, once. */
export function useCountdown(until: number | undefined, onZero: () => void): number {
  const [now, setNow] = useState(Date.now)
  const end = useEffectEvent(onZero)
  useEffect(() => {
    if (until === undefined || until <= Date.now()) return undefined
    const timer = setInterval(() => {
      setNow(Date.now())
      if (until > Date.now()) return
      clearInterval(timer)
      end()
    }, 250)
    return () => clearInterval(timer)
  }, [until])
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
}
