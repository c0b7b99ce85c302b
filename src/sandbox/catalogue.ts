import type { AvatarType, Ownership } from '#heygen/schemas/look.ts'
import { demoStock } from './demo-stock.ts'
import { growStock } from './grown-stock.ts'
import type { GroupRecord, LookRecord } from './records.ts'

interface LookFilter {
  group_id?: string | undefined
  avatar_type?: AvatarType | undefined
  ownership?: Ownership | undefined
}

/** What the API answers from. Lists are shared: callers slice them, and never change them. */
export interface Catalogue {
  looks(filter: LookFilter): readonly LookRecord[]
  look(id: string): LookRecord | undefined
  groups(ownership: Ownership | undefined): readonly GroupRecord[]
  group(id: string): GroupRecord | undefined
  /** The looks of a group, in order; the first one gives the group its picture. */
  looksOf(groupId: string): readonly LookRecord[]
}

const isOwned = (ownership: Ownership | undefined, item: { own: boolean }) =>
  ownership === undefined || item.own === (ownership === 'private')

const select = (from: readonly LookRecord[], { avatar_type, ownership }: LookFilter) =>
  from.filter((look) => (avatar_type ?? look.avatar_type) === look.avatar_type && isOwned(ownership, look))

/** `count`: how many looks; undefined for the demo people, no more and no less. */
export function buildCatalogue(count: number | undefined): Catalogue {
  const stock = growStock(demoStock(), count ?? 0)
  const all = stock.looks.slice(0, count)
  const byId = new Map(all.map((look) => [look.id, look]))
  const byGroup = Map.groupBy(all, (look) => look.group_id)
  const allGroups = stock.groups.filter(({ id }) => byGroup.has(id))
  const groupById = new Map(allGroups.map((group) => [group.id, group]))

  const groupLists = {
    all: allGroups,
    public: allGroups.filter((group) => !group.own),
    private: allGroups.filter((group) => group.own),
  }

  // A list a filter, made at its first use: a page must cost the same at 100 looks and at 100,000.
  const lists = new Map<string, readonly LookRecord[]>()
  const looksOf = (groupId: string) => byGroup.get(groupId) ?? []

  return {
    looks(filter) {
      if (filter.group_id !== undefined) return select(looksOf(filter.group_id), filter)
      const key = `${filter.avatar_type} ${filter.ownership}`
      const list = lists.get(key) ?? select(all, filter)
      lists.set(key, list)
      return list
    },
    look: (id) => byId.get(id),
    groups: (ownership) => groupLists[ownership ?? 'all'],
    group: (id) => groupById.get(id),
    looksOf,
  }
}
