import { useCallback, useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'
import type { Player } from './preview/player.ts'
import { previewMode, useViewSettings } from './view-settings.ts'

/**
 * What a grid needs so that its cards play their clips and copy their ids. While a look is open beside it, hovering
 * plays nothing: the open look does.
 */
export function usePreview(lookOpen: boolean) {
  const { preview } = useViewSettings()
  const [player, setPlayer] = useState<Player | null>(null)
  const mode = previewMode(preview)

  useEffect(() => {
    let left = false
    import('./preview/player.ts').then(
      ({ createPlayer }) => left || setPlayer(createPlayer()),
      // Clips do not play; the pictures are there.
      () => undefined,
    )
    return () => void (left = true)
  }, [])

  const onMount = useCallback(
    (root: HTMLElement) => {
      const onClick = ({ target }: MouseEvent) => {
        const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null
        if (button?.dataset.action === 'play') player?.toggle(button)
        const id = button?.closest<HTMLElement>('[data-card]')?.dataset.card
        if (button?.dataset.action === 'copy' && id) void copyText(id, button)
      }
      root.addEventListener('click', onClick)
      const unwatch = mode === 'hover' && !lookOpen ? player?.watch(root) : undefined
      return () => {
        root.removeEventListener('click', onClick)
        unwatch?.()
        player?.stop()
      }
    },
    [player, mode, lookOpen],
  )
  const onSpace = (card: HTMLElement) => {
    if (mode !== 'off') player?.toggle(card)
  }
  const onDraw = useCallback(() => player?.sweep(), [player])
  return { mode, onMount, onDraw, onSpace, onEscape: () => player?.stop() ?? false }
}
