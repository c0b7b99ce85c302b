import { caps } from '#boards/register-keys.ts'

/**
 * A note that was typed here while it was changed elsewhere: what only one side changed is taken as it is, what both
 * did is put together, one after the other. `base` is what both began with.
 */
export function mergeNote(base: string, mine: string, theirs: string): string {
  if (theirs === base || mine.includes(theirs)) return mine
  if (mine === base || theirs.includes(mine)) return theirs
  // Where both do not fit, what is being typed is whole.
  const room = caps.note - mine.length - 1
  return room > 0 ? `${theirs.slice(0, room)}\n${mine}` : mine
}
