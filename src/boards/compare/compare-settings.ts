import * as z from 'zod/mini'
import { keptChoice, useKeptChoice } from '#ui/kept-choice.ts'

export const speeds = [0.5, 1, 1.5, 2] as const

const schema = z.object({
  /** All panes show the same part of their pictures. */
  linked: z.catch(z.boolean(), true),
  onlyDifferences: z.catch(z.boolean(), false),
  loop: z.catch(z.boolean(), true),
  speed: z.catch(z.literal(speeds), 1),
  /** The brand's colour, as #rrggbb. */
  brand: z.catch(z.string().check(z.regex(/^#[0-9a-f]{6}$/i)), '#3d5afe'),
})

export type CompareSettings = z.infer<typeof schema>

const kept = keptChoice('lookbook.compare', (stored) => schema.parse(stored ?? {}))

/** How this person compares. */
export const compareSettings = {
  ...kept,
  change: (change: Partial<CompareSettings>) => kept.change({ ...kept.read(), ...change }),
}

export const useCompareSettings = () => useKeptChoice(kept)
