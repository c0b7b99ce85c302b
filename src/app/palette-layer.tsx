import { useCallback, useState } from 'react'
import { partFailed } from '#gallery/part-failed.ts'
import { usePart } from '#ui/use-part.ts'
import { usePaletteKeys } from './use-palette-keys.ts'

const loadPalette = async () => (await import('./palette-part.tsx')).PalettePart

/**
 * The command palette over whatever is shown; its code comes when it is first opened. The same keys close it, but not
 * before it is there: who sees nothing yet presses them again.
 */
export function PaletteLayer() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const { Part } = usePart(loadPalette, open, () => {
    close()
    partFailed()
  })
  const isThere = Part !== null
  usePaletteKeys(useCallback(() => setOpen((was) => !(was && isThere)), [isThere]))
  return open && Part && <Part onClose={close} />
}
