import type { Look } from '#heygen/schemas/look.ts'

const commonRatios: [name: string, ratio: number][] = [
  ['16:9', 16 / 9],
  ['9:16', 9 / 16],
  ['4:5', 4 / 5],
  ['5:4', 5 / 4],
  ['4:3', 4 / 3],
  ['3:4', 3 / 4],
  ['1:1', 1],
]

/** The shape of a look's picture: `16:9`, or its orientation where it is none of the usual ones; empty if unknown. */
export function shapeOf({ image_width: width, image_height: height, preferred_orientation }: Look): string {
  if (!width || !height) return preferred_orientation ?? ''
  const ratio = width / height
  const known = commonRatios.find(([, common]) => Math.abs(common / ratio - 1) < 0.02)
  return known?.[0] ?? (ratio > 1 ? 'landscape' : 'portrait')
}
