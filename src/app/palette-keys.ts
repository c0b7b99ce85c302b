/** The letter, or its place where the keyboard writes no Latin. */
const isK = ({ key, code }: KeyboardEvent) => key.toLowerCase() === 'k' || (code === 'KeyK' && key > '~')

/** Ctrl+K, Cmd+K on a Mac: wherever the focus is, but not while the key is held down. */
export const paletteKeys: {
  /** Null until the palette is there, which comes some time after the page. */
  onPress: (() => void) | null
  /** They were pressed before that. */
  early: boolean
} = { onPress: null, early: false }

// Before a dialog can keep them to itself.
window.addEventListener(
  'keydown',
  (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !isK(event)) return
    // In some browsers the same keys go to the address bar.
    event.preventDefault()
    if (event.repeat) return
    paletteKeys.early = true
    paletteKeys.onPress?.()
  },
  true,
)
