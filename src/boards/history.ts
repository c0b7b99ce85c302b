import { emptyValue, parseKey } from './register-keys.ts'
import type { Change, Registers } from './register.ts'

/** What an edit did, in the words of a button: "Pick", "Move 3 looks". */
interface Step {
  label: string
  /** Each value that was changed: what it was, and what it became. */
  changes: readonly { key: string; before: unknown; after: unknown }[]
}

export interface History {
  done: readonly Step[]
  undone: readonly Step[]
}

export const noHistory: History = { done: [], undone: [] }

const deepest = 20

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const valueIn = (registers: Registers, key: string): unknown => {
  const register = registers.get(key)
  if (register) return register.value
  const parsed = parseKey(key)
  return parsed && emptyValue(parsed.kind)
}

/** With an edit that is about to be made on `before`. */
export function record(
  history: History,
  before: Registers,
  changes: readonly Change[],
  label: string,
): History {
  const steps = changes
    .map(([key, after]) => ({ key, before: valueIn(before, key), after }))
    .filter((change) => !same(change.before, change.after))
  if (steps.length === 0) return history
  return { done: [...history.done, { label, changes: steps }].slice(-deepest), undone: [] }
}

/**
 * The changes that take the last step back, or bring it back. What somebody else has changed since stays as it is.
 */
export function stepBack(
  history: History,
  now: Registers,
  way: 'undo' | 'redo',
): { history: History; changes: Change[]; label: string } | null {
  const [from, to] = way === 'undo' ? (['done', 'undone'] as const) : (['undone', 'done'] as const)
  const step = history[from].at(-1)
  if (!step) return null
  const changes = step.changes.flatMap(({ key, before, after }): Change[] => {
    const [is, next] = way === 'undo' ? [after, before] : [before, after]
    return same(valueIn(now, key), is) ? [[key, next]] : []
  })
  const rest = { ...history, [from]: history[from].slice(0, -1), [to]: [...history[to], step] }
  return { history: rest, changes, label: step.label }
}
