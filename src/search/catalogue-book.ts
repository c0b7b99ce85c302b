import type { CatalogueIndex, IndexedGroup, IndexedLook } from './catalogue-index.ts'
import {
  emptyRecord,
  mostChanges,
  noChanges,
  type CatalogueRecord,
  type SeenGroup,
  type SeenLook,
} from './catalogue-record.ts'
import { createRoster, type Roster } from './roster.ts'
import { compareLooks } from './same-look.ts'
import type { WalkStep } from './walk-step.ts'

/** The catalogue as this tab knows it: the index, and how each part of it came to be known. */
export interface Book {
  readonly index: CatalogueIndex
  readonly roster: Omit<Roster, 'put' | 'remove'>
  readonly record: Readonly<CatalogueRecord>
  /** What a walk found; true where an answer may be another now. */
  apply(step: WalkStep): boolean
  /** Looks and people that another tab or an earlier visit found. */
  put(groups: readonly SeenGroup[], looks: readonly SeenLook[]): void
  setRecord(record: CatalogueRecord): void
  /** Takes out looks that another tab has found gone. */
  drop(looks: readonly string[], groups: readonly string[]): void
  /** Forgets everything. */
  clear(): void
  /** The step that last changed people. */
  readonly groupsSeq: number
  /** The walk that a person was last listed in. */
  walkOfGroup(id: string): number | undefined
  /** Looks taken out since then, by the number of the step. */
  goneSince(seq: number): string[]
  /** Shelves changed since then. */
  shelvesSince(seq: number): string[]
}

export function createBook(index: CatalogueIndex): Book {
  const roster = createRoster()
  const groupWalks = new Map<string, number>()
  const shelfSteps = new Map<string, number>()
  const gone: { seq: number; id: string }[] = []
  let record = emptyRecord()
  let groupsSeq = 0

  const walkAt = () => record.walk?.at ?? 0
  const isFound = (found: IndexedLook | undefined) =>
    found !== undefined && roster.walkOf(found.look) === walkAt()

  function note(kind: 'added' | 'changed', id: string) {
    const { changes } = record
    if (changes.since === null) return
    changes.counts[kind] += 1
    if (changes[kind].length < mostChanges) changes[kind].push(id)
  }

  function placeLook(look: IndexedLook, walk: number) {
    const old = index.look(look.look.id)
    if (old && old.look.group_id !== look.look.group_id) {
      roster.remove(old.look)
      shelfSteps.set(roster.shelfOf(old.look), record.seq)
    }
    shelfSteps.set(roster.put(look.look, walk), record.seq)
  }

  function putLooks(listed: readonly IndexedLook[]): boolean {
    const fresh: IndexedLook[] = []
    // A page may hold a look twice; the last counts.
    const looks = new Map(listed.map((item) => [item.look.id, item]))
    for (const { look, own } of looks.values()) {
      const old = index.look(look.id)
      // A listing of a person does not tell whose a look is; the one by ownership has the last word.
      const found = { look, own: own || (isFound(old) && (old?.own ?? false)) }
      const difference = old ? compareLooks(old, found) : 'changed'
      if (!old) note('added', look.id)
      else if (difference === 'changed' && !isFound(old)) note('changed', look.id)
      placeLook(found, walkAt())
      if (difference !== 'same') fresh.push(found)
    }
    if (fresh.length > 0) index.putLooks(fresh)
    return fresh.length > 0
  }

  function putGroups(groups: readonly IndexedGroup[]): boolean {
    const fresh = groups.filter(({ group, own }) => {
      const old = index.group(group.id)
      groupWalks.set(group.id, walkAt())
      return old?.own !== own || JSON.stringify(old.group) !== JSON.stringify(group)
    })
    if (fresh.length > 0) index.putGroups(fresh)
    return fresh.length > 0
  }

  function forget(id: string): IndexedLook | undefined {
    const old = index.look(id)
    if (!old) return undefined
    roster.remove(old.look)
    shelfSteps.set(roster.shelfOf(old.look), record.seq)
    gone.push({ seq: record.seq, id })
    return old
  }

  function removeLooks(ids: readonly string[]) {
    const { changes } = record
    for (const id of ids) {
      const old = forget(id)
      if (!old || changes.since === null) continue
      changes.counts.removed += 1
      if (changes.removed.length < mostChanges) changes.removed.push({ id, name: old.look.name })
    }
    index.removeLooks(ids)
  }

  function begin(at: number) {
    // After a broken walk the changes go on from the whole one before it.
    const since = record.walkedAt
    if (record.changes.since !== since) record.changes = noChanges(since)
    record.walk = { at, listings: new Map() }
  }

  return {
    index,
    roster,
    get record() {
      return record
    },
    get groupsSeq() {
      return groupsSeq
    },
    apply(step) {
      record.seq += 1
      switch (step.kind) {
        case 'begin':
          begin(step.at)
          return false
        case 'groups':
          record.walk?.listings.set(step.listing, step.state)
          groupsSeq = record.seq
          return putGroups(step.groups)
        case 'looks':
          record.walk?.listings.set(step.listing, step.state)
          return putLooks(step.looks)
        case 'gone':
          groupsSeq = record.seq
          removeLooks(step.looks)
          index.removeGroups(step.groups)
          for (const id of step.groups) groupWalks.delete(id)
          return step.looks.length + step.groups.length > 0
        case 'end':
          break
      }
      record.walk = null
      record.endedAt = step.at
      if (step.whole) record.walkedAt = step.at
      record.whole = step.whole
      record.missing = step.missing
      return true
    },
    put(groups, looks) {
      if (groups.length > 0) groupsSeq = record.seq
      for (const { group, walk } of groups) groupWalks.set(group.id, walk)
      for (const look of looks) placeLook(look, look.walk)
      if (groups.length > 0) index.putGroups(groups.map(({ group, own }) => ({ group, own })))
      if (looks.length > 0) index.putLooks(looks.map(({ look, own }) => ({ look, own })))
    },
    setRecord(next) {
      record = next
    },
    drop(looks, groups) {
      for (const id of looks) forget(id)
      for (const id of groups) groupWalks.delete(id)
      index.removeLooks(looks)
      index.removeGroups(groups)
    },
    clear() {
      this.drop(
        Array.from(index.everyLook(), ({ look }) => look.id),
        Array.from(index.everyGroup(), ({ group }) => group.id),
      )
      roster.takeDirty()
      record = emptyRecord()
    },
    walkOfGroup: (id) => groupWalks.get(id),
    goneSince: (seq) => gone.filter((entry) => entry.seq > seq).map(({ id }) => id),
    shelvesSince: (seq) => [...shelfSteps].filter(([, step]) => step > seq).map(([name]) => name),
  }
}
