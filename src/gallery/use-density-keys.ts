import { useEffect, useEffectEvent } from 'react'
import { stepDensity, type Density } from './layout.ts'

/** In a dialog over the list the keys are not the list's either. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.matches('input:not([type=radio]), textarea, select, [contenteditable]') ||
    target.closest('[data-dialog]') !== null)

/** `-` and `+` make the pictures smaller and larger, wherever nobody is typing. */
export function useDensityKeys(density: Density, change: (density: Density) => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
    if (event.key === '-') change(stepDensity(density, -1))
    // Without Shift the plus key gives "=" on many keyboards.
    if (event.key === '+' || event.key === '=') change(stepDensity(density, 1))
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
