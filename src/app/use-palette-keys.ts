import { useEffect } from 'react'
import { paletteKeys } from './palette-keys.ts'

/** Calls `onPress` for the palette's keys, and at once where they were pressed before anybody listened. */
export function usePaletteKeys(onPress: () => void) {
  useEffect(() => {
    if (paletteKeys.onPress === null && paletteKeys.early) onPress()
    paletteKeys.onPress = onPress
  }, [onPress])
  useEffect(
    () => () => {
      paletteKeys.onPress = null
      paletteKeys.early = false
    },
    [],
  )
}
