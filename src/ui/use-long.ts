import { useState } from 'react'

/** True while what it follows has been under way for `delay` ms; before that nothing is rendered. */
export function useLong(delay: number) {
  const [long, setLong] = useState(false)
  const follow = (work: Promise<unknown>) => {
    const timer = setTimeout(() => setLong(true), delay)
    void work.finally(() => {
      clearTimeout(timer)
      setLong(false)
    })
  }
  return [long, follow] as const
}
