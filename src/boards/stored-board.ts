import * as z from 'zod/mini'
import { holds } from './holds.ts'
import { caps, parseKey, parseValue } from './register-keys.ts'
import type { Register, Registers } from './register.ts'

/** The version of what is stored, exported and shared. One that is higher was made by a newer Lookbook. */
export const boardSchema = 1

/** A day: clocks differ, but a write from next year would win for ever. */
const ahead = 24 * 60 * 60 * 1000

const boardId = z.string().check(holds((value) => /^[a-z0-9]{8,32}$/.test(value)))

type StoredRegister = [key: string, value: unknown, at: number, by: string]
const register = z.pipe(
  z.array(z.unknown()),
  z.transform((entry, { issues }): StoredRegister => {
    const [key, value, at, by] = entry
    const right = typeof key === 'string' && typeof at === 'number' && typeof by === 'string'
    if (right && entry.length === 4 && Number.isSafeInteger(at) && at > 0) return [key, value, at, by]
    issues.push({ code: 'custom', input: entry })
    return z.NEVER
  }),
)

const stored = z.object({
  id: boardId,
  schema: z.number().check(holds((value) => value === boardSchema)),
  registers: z.array(register),
})

/** A board as plain data: for the database, files and other tabs. */
export type StoredBoard = z.infer<typeof stored>

export interface IdentifiedBoard {
  id: string
  registers: Registers
}

export const writeStored = ({ id, registers }: IdentifiedBoard): StoredBoard => ({
  id,
  schema: boardSchema,
  registers: [...registers].map(([key, { value, at, by }]) => [key, value, at, by]),
})

export type Unreadable = 'broken' | 'newer' | 'ahead'

/** How much is taken, and up to which time of writing, in epoch milliseconds. */
interface Bounds {
  registers: number
  until: number
}

function readBounded(data: unknown, { registers: most, until }: Bounds): IdentifiedBoard | Unreadable {
  const version = z.object({ schema: z.number() }).safeParse(data).data?.schema
  if (version !== undefined && version > boardSchema) return 'newer'
  const parsed = stored.safeParse(data).data
  if (!parsed || parsed.registers.length > most) return 'broken'
  const registers = new Map<string, Register>()
  for (const [key, raw, at, by] of parsed.registers) {
    if (at > until) return 'ahead'
    const known = parseKey(key)
    const entry = known && parseValue(known.kind, raw)
    if (entry && by.length <= 40) registers.set(key, { value: entry.value, at, by })
  }
  return { id: parsed.id, registers }
}

/**
 * Data from anywhere as a board, or why it is not one: not understood, made by a newer Lookbook, or by a clock that
 * runs far ahead. Registers that are not understood are left out.
 */
export const readStored = (data: unknown, now: number): IdentifiedBoard | Unreadable =>
  readBounded(data, { registers: caps.registers, until: now + ahead })

/**
 * What this browser has kept: read again however much it has become, and even if the clock ran ahead when it was written
 * and has been set right since.
 */
export const readKept = (data: unknown): IdentifiedBoard | Unreadable =>
  readBounded(data, { registers: Infinity, until: Infinity })
