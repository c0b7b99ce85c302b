import type { Group } from '#heygen/schemas/group.ts'
import type { ListedPerson } from '#search/protocol.ts'

/** A person as the API lists them: of their looks it says only how many there are. */
export const listedPerson = (group: Group): ListedPerson => ({
  group,
  count: group.looks_count ?? 0,
  looks: [],
  types: [],
  shapes: [],
})
