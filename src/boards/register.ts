/** A value, and when (epoch milliseconds) and by whom it was written. */
export interface Register {
  readonly value: unknown
  readonly at: number
  readonly by: string
}

/** A board's state: every value it has ever been given a last time, by its key (`register-keys.ts`). */
export type Registers = ReadonlyMap<string, Register>

export type Change = readonly [key: string, value: unknown]

/** Negative where `a` gives way to `b`. Two that are equal in all have one value. */
function compareRegisters(a: Register, b: Register): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.by !== b.by) return a.by < b.by ? -1 : 1
  const [left, right] = [JSON.stringify(a.value), JSON.stringify(b.value)]
  return left === right ? 0 : left < right ? -1 : 1
}

/**
 * Both together: of each key the last write counts. The order in which states are merged, and how often, makes no
 * difference. Gives `a` itself where `b` has nothing new.
 */
export function mergeRegisters(a: Registers, b: Registers): Registers {
  let merged: Map<string, Register> | null = null
  for (const [key, theirs] of b) {
    const ours = a.get(key)
    if (ours && compareRegisters(ours, theirs) >= 0) continue
    merged ??= new Map(a)
    merged.set(key, theirs)
  }
  return merged ?? a
}

/** A time after every write that is known, even where a clock was set back. */
function nextTime(registers: Registers, now: number): number {
  let last = 0
  for (const { at } of registers.values()) if (at > last) last = at
  return Math.max(now, last + 1)
}

/** What the changes write, all at one time; those that change nothing are left out. */
export function writeChanges(
  registers: Registers,
  changes: readonly Change[],
  by: string,
  now: number,
): Registers {
  const at = nextTime(registers, now)
  const real = changes.filter(
    ([key, value]) => JSON.stringify(registers.get(key)?.value) !== JSON.stringify(value),
  )
  return new Map(real.map(([key, value]) => [key, { value, at, by }]))
}
