import { PreviewController } from './preview-controller.ts'
import { targetOf, watchPointer } from './watch-pointer.ts'

/** A grid's clips. Its code comes after the first cards: nobody plays one before. */
export function createPlayer() {
  const controller = new PreviewController()
  return {
    /** Plays the clip of the card around an element, or stops it. */
    toggle(element: Element) {
      const target = targetOf(element)
      if (target) controller.toggle(target)
    },
    /** Plays clips under the pointer, until the function it gives is called. */
    watch: (root: HTMLElement) => watchPointer(root, controller),
    /** Cells show other items: what plays in one that is gone stops. */
    sweep: () => controller.sweep(),
    /** True where something was stopped. */
    stop: () => controller.stop(),
  }
}
