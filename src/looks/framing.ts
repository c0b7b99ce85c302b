/** Shapes a video can have, as width to height. */
export const frames = { '16:9': 16 / 9, '9:16': 9 / 16, '1:1': 1, '4:5': 4 / 5, '5:4': 5 / 4 } as const
export type Frame = keyof typeof frames
/** The shapes that most videos have. */
export const frameNames = ['16:9', '9:16', '1:1'] as const satisfies readonly Frame[]

export interface Framing {
  /** The part of the picture that a centred, covering frame keeps, in fractions of its width and height. */
  width: number
  height: number
  /** `cuts`: the head would be cut; `tight`: it fits with little air. */
  verdict: 'fits' | 'tight' | 'cuts'
}

// A head with its air fills about the upper two thirds of a picture. A source at least 1.2 times as wide as high
// is safe in 16:9, which keeps 1.2 / 1.778 = 0.675 of its height.
const safeHeight = 0.675
const tightHeight = 0.6
// A head is about a quarter of the height of a look wide, and stands in the middle.
const tightWidth = 0.3

/** How a picture of `width` x `height` pixels sits in a frame. */
export function framing(width: number, height: number, frame: Frame): Framing {
  const source = width / height
  const target = frames[frame]
  if (target > source) {
    const kept = source / target
    return {
      width: 1,
      height: kept,
      verdict: kept >= safeHeight ? 'fits' : kept >= tightHeight ? 'tight' : 'cuts',
    }
  }
  const kept = target / source
  return { width: kept, height: 1, verdict: kept >= tightWidth ? 'fits' : 'tight' }
}
