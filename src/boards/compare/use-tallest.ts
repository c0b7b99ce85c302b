import { useSyncExternalStore } from 'react'

/** Of the window's height, in a picture: its name and the transport stay in sight. */
const share = 0.68
const least = 360

function subscribe(listener: () => void) {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** How high a picture may be, in CSS pixels. */
export const useTallest = () =>
  useSyncExternalStore(subscribe, () => Math.max(least, Math.round(window.innerHeight * share)))
