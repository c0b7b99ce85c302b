import type { Look } from '#heygen/schemas/look.ts'
import type { ListedLook } from '#search/protocol.ts'

/** Leaves one look of each run of one person, with how many were left out. Looks of nobody stay. */
export function foldRuns(looks: readonly Look[]): ListedLook[] {
  const folded: ListedLook[] = []
  let last: ListedLook | undefined
  for (const look of looks) {
    if (last && look.group_id !== null && look.group_id === last.group_id) {
      last.more = (last.more ?? 0) + 1
      continue
    }
    last = { ...look }
    folded.push(last)
  }
  return folded
}
