import { useEffect, useState } from 'react'

/** The time in ms, each second anew while `on` and while the page is seen. */
export function useNow(on: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!on) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      setNow(Date.now())
      timer = setTimeout(tick, 1000)
    }
    const see = () => {
      clearTimeout(timer)
      if (!document.hidden) tick()
    }
    see()
    document.addEventListener('visibilitychange', see)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', see)
    }
  }, [on])
  return now
}
