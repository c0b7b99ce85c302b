import { useCallback, useState } from 'react'
import { partFailed } from '#gallery/part-failed.ts'
import { usePart } from '#ui/use-part.ts'
import { usePaletteKey } from './use-palette-key.ts'

const loadPalette = async () => (await import('./palette-part.tsx')).PalettePart

/** The command palette over whatever is shown; its code comes when it is first opened. The same keys close it. */
export function PaletteLayer() {
  const [open, setOpen] = useState(false)
  usePaletteKey(useCallback(() => setOpen((was) => !was), []))
  const close = () => setOpen(false)
  const { Part } = usePart(loadPalette, open, () => {
    close()
    partFailed()
  })
  return open && Part && <Part onClose={close} />
}
