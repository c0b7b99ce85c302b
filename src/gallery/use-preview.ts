import { useCallback, useEffect, useState } from 'react'
import type { GridExtras } from './extras.ts'
import type { GridBody } from './grid-body.ts'
import { previewMode, useViewSettings } from './view-settings.ts'

/**
 * What a grid needs so that its cards play their clips, copy their ids and can be selected. While a look is open
 * beside it, hovering plays nothing: the open look does.
 */
export function usePreview(lookOpen: boolean) {
  const { preview } = useViewSettings()
  const [extras, setExtras] = useState<GridExtras | null>(null)
  const mode = previewMode(preview)

  useEffect(() => {
    let left = false
    import('./extras.ts').then(
      ({ createExtras }) => left || setExtras(createExtras()),
      // Clips do not play and nothing can be selected; the pictures are there.
      () => undefined,
    )
    return () => void (left = true)
  }, [])

  const onMount = useCallback(
    <T>(root: HTMLElement, body: GridBody<T>) => extras?.attach(root, body),
    [extras],
  )
  useEffect(() => extras?.set(mode, lookOpen), [extras, mode, lookOpen])
  const onSpace = (card: HTMLElement) => extras?.toggle(card)
  const onDraw = useCallback(() => extras?.draw(), [extras])
  return { mode, onMount, onDraw, onSpace, onEscape: () => extras?.escape() ?? false }
}
