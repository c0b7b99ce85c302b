/** CSS pixels of a picture of the filmstrip, and of the gap after it. */
export const thumbWidth = 52
export const thumbStep = thumbWidth + 6
/** Room at both ends, for the ring of the current one. */
export const stripMargin = 3

export const stripWidth = (count: number) => Math.max(0, count * thumbStep - 6) + 2 * stripMargin

/** Which pictures to draw: those in sight with as many at each side as fit in half of it. */
export function stripRange(count: number, left: number, width: number): { from: number; to: number } {
  const room = width / 2
  const from = Math.floor((left - room - stripMargin) / thumbStep)
  const to = Math.ceil((left + width + room - stripMargin) / thumbStep)
  return { from: Math.min(Math.max(0, from), count), to: Math.min(count, Math.max(0, to)) }
}

/** How far to scroll for one to stand in the middle, as far as the strip goes. */
export function centredLeft(index: number, count: number, width: number): number {
  const middle = stripMargin + index * thumbStep + thumbWidth / 2
  return Math.max(0, Math.min(middle - width / 2, stripWidth(count) - width))
}
