// Browsers cut pages that are too long: Chromium at 33.5 million physical pixels, Firefox at 17.9 million CSS pixels.
// A grid that would be longer gets a page that is short enough: near both of its ends a pixel of the page is one of
// the grid, between them the scroll bar goes through the rest in larger steps.

/** CSS pixels a grid's page may take at `ratio` device pixels a CSS pixel. */
export const longestPage = (ratio: number) =>
  Math.min(15_000_000, Math.floor(30_000_000 / Math.max(1, ratio)))

/** CSS pixels: what all rows take, and what the page gives them. */
export interface PageScale {
  grid: number
  page: number
}

/** The place in the grid that the scroll bar means at `at` on the page. */
export function gridAt(at: number, { grid, page }: PageScale): number {
  const edge = page / 4
  if (grid <= page || at <= edge) return at
  if (at >= page - edge) return grid - (page - at)
  return edge + ((at - edge) * (grid - 2 * edge)) / (page - 2 * edge)
}

/** The other way round. */
export function pageAt(at: number, { grid, page }: PageScale): number {
  const edge = page / 4
  if (grid <= page || at <= edge) return at
  if (at >= grid - edge) return page - (grid - at)
  return edge + ((at - edge) * (page - 2 * edge)) / (grid - 2 * edge)
}
