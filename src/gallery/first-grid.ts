import { text } from '#messages/en.ts'
import type { ListedLook } from '#search/protocol.ts'
import { foldRuns } from './fold-runs.ts'
import { GridBody } from './grid-body.ts'
import { boxStyle, cellsFor } from './grid-box.ts'
import { gridLayout } from './layout.ts'
import { lookCells, lookId } from './look-cell.ts'
import { previewMode, viewSettings } from './view-settings.ts'

let standing: { body: GridBody<ListedLook>; root: HTMLElement } | null = null

const hrefOf = (id: string) => `/looks/${encodeURIComponent(id)}`

/** A click on a card is done again once there is somebody who opens it over the list, not in its place. */
function keepClicks(root: HTMLElement) {
  let clicked: HTMLElement | null = null
  root.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null
    event.preventDefault()
  })
  return () => clicked?.click()
}

/**
 * Looks where the list will have them, before there is React. Their rows go into the first grid of looks that React
 * shows, as they are: see `GridBody.attach`.
 */
export function drawFirstGrid(looks: ListedLook[], hasMore: boolean) {
  const { density, fit, fold, preview } = viewSettings.read()
  const root = document.createElement('div')
  // Below the two bars, within the page's margins.
  root.className = 'grid-rows absolute inset-x-3 top-28 sm:inset-x-6'
  root.setAttribute('role', 'grid')
  root.setAttribute('aria-label', text.grid.looks)
  Object.assign(root.dataset, { fit, density, previewMode: previewMode(preview) })
  document.body.append(root)

  const layout = gridLayout(root.getBoundingClientRect().width, density)
  const items = fold ? foldRuns(looks) : looks
  const total = cellsFor(items.length, hasMore, layout)
  for (const [name, value] of Object.entries(boxStyle(total, layout))) root.style.setProperty(name, value)
  const view = { cellWidth: layout.cellWidth, marks: undefined, personOf: undefined }
  const body = new GridBody<ListedLook>()
  const redo = keepClicks(root)
  // After the commit that brings the list.
  body.attach(root, { left: () => queueMicrotask(redo) })
  body.update({ items, total, cells: lookCells, view, idOf: lookId, hrefOf, layout, currentId: null })
  body.draw(true)
  standing = { body, root }
}

/** The rows of a grid of looks: those that stand already, until they stand in another box. */
export function firstBody(): GridBody<ListedLook> {
  if (standing?.body.root !== standing?.root) standing = null
  return standing?.body ?? new GridBody()
}

/** Takes them away where there will be no list. */
export function dropFirstGrid() {
  if (firstBody() === standing?.body) standing.root.remove()
  standing = null
}
