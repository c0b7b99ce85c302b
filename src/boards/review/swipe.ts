/** CSS pixels a finger goes at least, and how much more across than up or down. */
const least = 40
const slant = 1.3

/** What a finger that moved by so much on the picture asks for: a swipe to the left brings the next look. */
export function swipeStep(x: number, y: number): 1 | -1 | null {
  if (Math.abs(x) < least || Math.abs(x) < Math.abs(y) * slant) return null
  return x < 0 ? 1 : -1
}
