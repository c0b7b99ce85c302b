import { longestPage, type PageScale } from './long-page.ts'

export const densities = ['s', 'm', 'l', 'xl'] as const
export type Density = (typeof densities)[number]

/** CSS pixels. `column` is the width a column aims for: as many columns as keep it at most that wide. */
const sizes: Record<Density, { column: number; gap: number }> = {
  s: { column: 128, gap: 4 },
  m: { column: 184, gap: 8 },
  l: { column: 248, gap: 12 },
  xl: { column: 336, gap: 16 },
}

/** The two lines of text under a picture, with the space above them. */
export const captionHeight = 48
const narrow = 600

export interface GridLayout {
  columns: number
  gap: number
  /** All in CSS pixels, whole numbers but for the cell's width, which fills the row exactly. */
  cellWidth: number
  mediaHeight: number
  /** From the top of one row to the top of the next. */
  rowPitch: number
}

/** The grid's geometry at an inner width: known before any picture is, so that nothing ever moves. */
export function gridLayout(width: number, density: Density): GridLayout {
  const { column, gap: wide } = sizes[density]
  const gap = width < narrow ? Math.min(wide, 8) : wide
  const columns = Math.max(1, Math.ceil((width + gap) / (column + gap)))
  const cellWidth = Math.max(0, (width - (columns - 1) * gap) / columns)
  const mediaHeight = Math.round(cellWidth * 1.25)
  return { columns, gap, cellWidth, mediaHeight, rowPitch: mediaHeight + captionHeight + gap + 8 }
}

/** The next density in a direction, or the same at either end. */
export function stepDensity(density: Density, step: 1 | -1): Density {
  return densities[densities.indexOf(density) + step] ?? density
}

/** What `total` cells take, and the page gives them. */
export function pageScale(total: number, { columns, rowPitch }: GridLayout): PageScale {
  const grid = Math.ceil(total / columns) * rowPitch
  return { grid, page: Math.min(grid, longestPage(window.devicePixelRatio)) }
}
