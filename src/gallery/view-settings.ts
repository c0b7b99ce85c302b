import * as z from 'zod/mini'
import { keptChoice, useKeptChoice } from '#ui/kept-choice.ts'
import { densities } from './layout.ts'

export const previewModes = ['hover', 'click', 'off'] as const
export const pictureFits = ['fill', 'whole'] as const

const schema = z.object({
  density: z.catch(z.enum(densities), 'l'),
  fit: z.catch(z.enum(pictureFits), 'fill'),
  /** Null until it is chosen: then the device decides (see previewMode). */
  preview: z.catch(z.nullable(z.enum(previewModes)), null),
  /** Of looks of one person that follow each other, one is shown. */
  fold: z.catch(z.boolean(), false),
})

export type ViewSettings = z.infer<typeof schema>

const kept = keptChoice('lookbook.view', (stored) => schema.parse(stored ?? {}))

/** How this person likes the grid. */
export const viewSettings = {
  ...kept,
  change: (change: Partial<ViewSettings>) => kept.change({ ...kept.read(), ...change }),
}

export const useViewSettings = () => useKeptChoice(kept)

interface NetworkInformation {
  saveData?: boolean
  effectiveType?: string
}

declare global {
  interface Navigator {
    /** Not in every browser. */
    connection?: NetworkInformation
  }
}

/** When clips play. A choice wins; else hovering plays them, but where motion, data or the pointer speak against it. */
export function previewMode(chosen: ViewSettings['preview']): (typeof previewModes)[number] {
  if (chosen) return chosen
  const { connection } = navigator
  const spare = connection?.saveData === true || /^(slow-2g|2g|3g)$/.test(connection?.effectiveType ?? '')
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  return still || spare || !matchMedia('(hover: hover)').matches ? 'click' : 'hover'
}
