import { useEffect } from 'react'

/** The letter, or its place where the keyboard writes no Latin. */
const isK = ({ key, code }: KeyboardEvent) => key.toLowerCase() === 'k' || (code === 'KeyK' && key > '~')

/** Ctrl+K, Cmd+K on a Mac: wherever the focus is, but not while the key is held down. */
export function usePaletteKey(onPress: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !isK(event)) return
      // In some browsers the same keys go to the address bar.
      event.preventDefault()
      if (!event.repeat) onPress()
    }
    // Before a dialog can keep it to itself.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [onPress])
}
