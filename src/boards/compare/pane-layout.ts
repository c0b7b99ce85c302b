/** CSS pixels. */
export const paneGap = 12
/** In a narrower pane faces cannot be told apart. */
const leastWidth = 220
/** Two beside each other on a phone: a comparison needs both in sight. */
const leastOnPhone = 140
const phone = 600

export interface PaneLayout {
  columns: number
  /** Of a pane, in CSS pixels. */
  width: number
  /** All panes stand in one row, so that facts can stand below their own pane. */
  oneRow: boolean
}

/** What stands below a picture. */
const caption = 60

/**
 * How `count` panes whose pictures have `ratio` (width to height) stand in `width` pixels: in rows as equal as may be,
 * with the pictures as large as they can be within `tallest` pixels for all rows.
 */
export function layOut(count: number, width: number, ratio: number, tallest: number): PaneLayout {
  const least = width >= phone ? leastWidth : ratio > 1 ? width : leastOnPhone
  const room = Math.max(1, Math.floor((width + paneGap) / (least + paneGap)))
  const inRows = (rows: number) => {
    const columns = Math.ceil(count / rows)
    const full = (width - (columns - 1) * paneGap) / columns
    const height = (tallest - (rows - 1) * (caption + paneGap)) / rows
    return { columns, width: Math.floor(Math.min(full, Math.max(least, height * ratio))) }
  }
  const fewest = Math.ceil(count / Math.min(room, count))
  // On a phone the page scrolls anyway.
  const most = width >= phone ? count : fewest
  let best = { rows: fewest, ...inRows(fewest) }
  for (let rows = fewest + 1; rows <= most; rows++) {
    const other = inRows(rows)
    if (other.width > best.width) best = { rows, ...other }
  }
  return { columns: best.columns, width: best.width, oneRow: best.rows === 1 && width >= phone }
}
