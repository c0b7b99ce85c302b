import { gridLayout, type GridLayout } from '#gallery/layout.ts'

/** Rows kept beyond the window on each side, as in the app. */
export const overscanRows = 2
/** How far ahead the next page is asked for, in heights of the window, as in the app. */
const lookAhead = 2
/** Milliseconds on a card before its clip is asked for, as in the app. */
export const hoverRest = 300
/** CSS pixels on each side of the grid. */
const gutter = 24

/** The app's layout at its default density. */
export const layoutNow = (): GridLayout => gridLayout(document.documentElement.clientWidth - 2 * gutter, 'l')

/** Whether the window has come so close to the end of `count` loaded cards that more are wanted. */
export function isNearEnd(top: number, count: number, { rowPitch, columns }: GridLayout): boolean {
  const seen = window.scrollY + window.innerHeight * (1 + lookAhead) - top
  return (seen / rowPitch) * columns > count
}
