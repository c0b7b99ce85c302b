import * as z from 'zod/mini'

const key = 'lookbook.selection'
const schema = z.array(z.string().check(z.minLength(1), z.maxLength(200)))

export interface SelectionRules {
  /** The most looks that can be selected at once. With 1, another one takes the place of the first. */
  max: number
  /** Whether it survives a reload of this tab. */
  kept: boolean
}

const usual: SelectionRules = { max: Infinity, kept: true }

function load(): readonly string[] {
  try {
    return schema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? '[]')).data ?? []
  } catch {
    return []
  }
}

let rules = usual
let ids = load()
let known = new Set(ids)
const listeners = new Set<() => void>()

function tell(next: readonly string[]) {
  ids = next
  known = new Set(next)
  if (rules.kept)
    try {
      sessionStorage.setItem(key, JSON.stringify(next))
    } catch {
      // Full or blocked: it holds until the page is left.
    }
  for (const listener of listeners) listener()
}

/**
 * The looks that are selected, by id, in the order they were: over the list as it is filtered, not over the cards that
 * are drawn. It survives filters and a reload, not the session.
 */
export const selection = {
  /** The same array until it changes. */
  read: () => ids,
  has: (id: string) => known.has(id),
  rules: () => rules,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** Selects those not selected yet, in their order, as many as may be; says how many could not be. */
  add(more: readonly string[]): number {
    const fresh = [...new Set(more)].filter((id) => !known.has(id))
    if (fresh.length === 0) return 0
    if (rules.max === 1) tell(fresh.slice(0, 1))
    else tell([...ids, ...fresh.slice(0, Math.max(0, rules.max - ids.length))])
    return rules.max === 1 ? fresh.length - 1 : fresh.filter((id) => !known.has(id)).length
  },
  remove(less: readonly string[]) {
    const gone = new Set(less)
    if (less.some((id) => known.has(id))) tell(ids.filter((id) => !gone.has(id)))
  },
  /** Says whether it could be done: false where no more may be selected. */
  toggle(id: string): boolean {
    if (known.has(id)) {
      selection.remove([id])
      return true
    }
    return selection.add([id]) === 0
  },
  clear() {
    if (ids.length > 0) tell([])
  },
  /** Begins anew under other rules, as the picker does; gives the way back to what was before. */
  begin(first: readonly string[], other: SelectionRules): () => void {
    const before = { rules, ids }
    rules = other
    tell([...new Set(first)].slice(0, other.max))
    return () => {
      rules = before.rules
      tell(before.ids)
    }
  },
}
