import { useEffect, useEffectEvent } from 'react'
import { isTyping } from './is-typing.ts'
import { stepDensity, type Density } from './layout.ts'

/** `-` and `+` make the pictures smaller and larger, wherever nobody is typing. */
export function useDensityKeys(density: Density, change: (density: Density) => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === '-') change(stepDensity(density, -1))
    // Without Shift the plus key gives "=" on many keyboards.
    if (event.key === '+' || event.key === '=') change(stepDensity(density, 1))
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
