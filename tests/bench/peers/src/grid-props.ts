import type { CSSProperties, RefObject } from 'react'
import type { GridLayout } from '#gallery/layout.ts'
import type { Look } from './looks.ts'

export interface GridProps {
  looks: Look[]
  layout: GridLayout
  /** The element that holds the grid. */
  root: RefObject<HTMLDivElement | null>
}

/** The layout as the style sheet wants it. */
export const layoutStyle = ({ columns, gap, mediaHeight, rowPitch }: GridLayout): CSSProperties => ({
  ['--columns' as string]: columns,
  ['--gap' as string]: `${gap}px`,
  ['--media-height' as string]: `${mediaHeight}px`,
  ['--row-pitch' as string]: `${rowPitch}px`,
})

/** Cards in rows, for libraries that know lists and no grids. */
export function rowsOf(looks: Look[], columns: number): Look[][] {
  const rows: Look[][] = []
  for (let start = 0; start < looks.length; start += columns) rows.push(looks.slice(start, start + columns))
  return rows
}
