import type { GridRow } from './grid-row.ts'

/**
 * Puts rows into the order in which a screen reader is to read them: while the page scrolls they are reused in any.
 * What has the focus or plays a clip is not moved, the others are moved around it.
 */
export function orderRows<T>(root: HTMLElement, rows: readonly GridRow<T>[]) {
  let next: Element | null = null
  for (const { element } of rows.toSorted((a, b) => b.index - a.index)) {
    const held = element.contains(document.activeElement) || element.querySelector('video')
    if (element.nextElementSibling !== next && !held) root.insertBefore(element, next)
    next = element
  }
}
