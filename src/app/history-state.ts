import * as z from 'zod/mini'

/** What an entry of the history remembers of the list below a look. */
const schema = z.object({
  /** The list's own path: `/` or a person's page. */
  path: z.string(),
  /** Key of the list's entry, under which its scroll position is kept. */
  key: z.string(),
  /** Its search part when the look was opened. */
  search: z.string(),
})

export type BelowState = z.infer<typeof schema>

/** The list below the entry; null where a look was opened by its address. */
export function readBelow(state: unknown): BelowState | null {
  const parsed = z.object({ below: schema }).safeParse(state)
  return parsed.success ? parsed.data.below : null
}
