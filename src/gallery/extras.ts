import { copyText } from './copy-text.ts'
import type { GridBody } from './grid-body.ts'
import { createPlayer } from './preview/player.ts'
import { GridSelection, isOfLooks } from './selection/grid-selection.ts'
import type { previewMode } from './view-settings.ts'

/** What a grid's cards can do beside being opened. Its code comes after the first cards: nobody needs it before. */
export function createExtras() {
  const player = createPlayer()
  const selecting = new GridSelection()
  let mode: ReturnType<typeof previewMode> = 'off'
  let lookOpen = false
  let grid: HTMLElement | null = null
  let unwatch: (() => void) | undefined

  /** Begins anew: what plays stops. */
  function watch() {
    unwatch?.()
    player.stop()
    unwatch = grid && mode === 'hover' && !lookOpen ? player.watch(grid) : undefined
  }

  const onClick = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null
    if (button?.dataset.action === 'play') player.toggle(button)
    const id = button?.closest<HTMLElement>('[data-card]')?.dataset.card
    if (button?.dataset.action === 'copy' && id) void copyText(id, button)
  }

  return {
    /** Gives the way to end it. */
    attach<T>(root: HTMLElement, body: GridBody<T>) {
      root.addEventListener('click', onClick)
      root.dataset.extras = ''
      grid = root
      watch()
      const detach = isOfLooks(body) ? selecting.attach(root, body) : undefined
      return () => {
        root.removeEventListener('click', onClick)
        grid = null
        watch()
        detach?.()
      }
    },
    /** How clips play; `open`: a look is open beside the grid. Apart from the rest, which each look would begin anew. */
    set(how: typeof mode, open: boolean) {
      mode = how
      lookOpen = open
      watch()
    },
    /** Plays the clip of a card, or stops it. */
    toggle(card: HTMLElement) {
      if (mode !== 'off') player.toggle(card)
    },
    /** Cells show other items: what plays in one that is gone stops. */
    draw() {
      player.sweep()
      selecting.draw()
    },
    /** Stops a clip, else drops the selection; false where there was neither. Before that, an open look is closed. */
    escape: () => player.stop() || (!lookOpen && selecting.clear()),
  }
}

export type GridExtras = ReturnType<typeof createExtras>
