import { useCallback, useState } from 'react'
import { copyText } from './copy-text.ts'
import { PreviewController } from './preview/preview-controller.ts'
import { targetOf, watchPointer } from './preview/watch-pointer.ts'
import { previewMode, useViewSettings } from './view-settings.ts'

/**
 * What a grid needs so that its cards play their clips and copy their ids. While a look is open beside it, hovering
 * plays nothing: the open look does.
 */
export function usePreview(lookOpen: boolean) {
  const { preview } = useViewSettings()
  const [controller] = useState(() => new PreviewController())
  const mode = previewMode(preview)

  const onMount = useCallback(
    (root: HTMLElement) => {
      const onClick = (event: MouseEvent) => {
        const button =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null
        const target = targetOf(button)
        if (button?.dataset.action === 'play' && target) controller.toggle(target)
        const id = button?.closest<HTMLElement>('[data-card]')?.dataset.card
        if (button?.dataset.action === 'copy' && id) void copyText(id, button)
      }
      root.addEventListener('click', onClick)
      const unwatch = mode === 'hover' && !lookOpen ? watchPointer(root, controller) : undefined
      const sweep = () => controller.sweep()
      window.addEventListener('scroll', sweep, { passive: true })
      return () => {
        root.removeEventListener('click', onClick)
        window.removeEventListener('scroll', sweep)
        unwatch?.()
        controller.stop()
      }
    },
    [controller, mode, lookOpen],
  )
  const onSpace = (card: HTMLElement) => {
    const target = targetOf(card)
    if (target && mode !== 'off') controller.toggle(target)
  }
  return { mode, onMount, onSpace, onEscape: () => controller.stop() }
}
