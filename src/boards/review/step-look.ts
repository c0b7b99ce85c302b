import { parseKey } from '#boards/register-keys.ts'
import type { Registers } from '#boards/register.ts'

/**
 * The look that a step back or forward concerned: of several the one whose verdict is or was a pick, since the others
 * were rejected for it. Null where the step was about something else.
 */
export function stepLook(before: Registers, after: Registers): string | null {
  const changed = [...after].filter(([key, register]) => before.get(key) !== register)
  const reviews = changed.flatMap(([key, register]) => {
    const parsed = parseKey(key)
    const [look] = parsed?.looks ?? []
    if (!parsed || look === undefined || !['verdict', 'score', 'note'].includes(parsed.kind)) return []
    return [{ look, values: [before.get(key)?.value, register.value] }]
  })
  const picked = reviews.find(({ values }) => values.includes('pick'))
  return (picked ?? reviews[0])?.look ?? null
}
