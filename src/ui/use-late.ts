import { useEffect, useState } from 'react'

/** True once `on` has held for `delay` ms. */
export function useLate(on: boolean, delay: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return undefined
    const timer = setTimeout(() => setLate(true), delay)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [on, delay])
  return late
}
