import { useEffect, useState } from 'react'
import { isTyping } from '#gallery/is-typing.ts'

/** Milliseconds without a key or a press. */
const quietFor = 3000

/** True once the page is seen and nobody has been doing anything for a moment; then it stays true. */
export function useCalm(wanted: boolean): boolean {
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    if (!wanted || calm) return undefined
    let last = Date.now()
    const stir = () => (last = Date.now())
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, stir, { passive: true })
    const timer = setInterval(() => {
      if (document.hidden || isTyping(document.activeElement) || Date.now() - last < quietFor) return
      setCalm(true)
    }, 500)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, stir)
    }
  }, [wanted, calm])
  return calm
}
