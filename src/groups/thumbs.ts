/** CSS pixels; the same in grid.css. */
export const thumbSize = 30
const gap = 4
const margin = 8
const most = 5

/**
 * How many of a person's `looks` show as thumbs in a cell, and how many of all `count` the last place stands for.
 * None where there is nothing to choose, or no room to.
 */
export function thumbsFor(looks: number, count: number, cellWidth: number): { shown: number; rest: number } {
  const places = Math.min(most, Math.floor((cellWidth - 2 * margin + gap) / (thumbSize + gap)))
  if (looks < 2 || places < 3) return { shown: 0, rest: 0 }
  if (count <= places && looks >= count) return { shown: count, rest: 0 }
  const shown = Math.min(places - 1, looks)
  return { shown, rest: count - shown }
}
