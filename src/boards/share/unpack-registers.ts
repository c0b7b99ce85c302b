import { keyOf, verdicts, type KindName } from '#boards/register-keys.ts'
import { byteReader, Malformed, type ByteReader } from './bytes.ts'
import { readIds, shortText } from './id-bytes.ts'
import { itemAt, nextPosition, sections } from './sections.ts'

/** Registers that nobody has checked: for `readStored`. */
export interface UncheckedBoard {
  id: string
  registers: [key: string, value: unknown, at: number, by: string][]
}

/** As `readStored` takes them. */
const longestWriter = 40

const listOf = <T>(count: number, read: () => T) => Array.from({ length: count }, read)
const readNullable = (reader: ByteReader) => (reader.number() === 0 ? null : reader.text())

/** What `packRegisters` gave; throws `Malformed` where it is something else. Work and memory go with the bytes. */
export function unpackRegisters(ids: Uint8Array, rest: Uint8Array): UncheckedBoard {
  const reader = byteReader(rest)
  const raw = byteReader(ids)
  const id = reader.text()
  const writers = listOf(reader.count(), () => shortText(reader, longestWriter))
  const looks = readIds(reader, raw)
  const groups = readIds(reader, raw)
  const groupPlaces = reader.steps(reader.count())
  const people = groupPlaces.map((place) => ({
    group: place === 0 ? null : itemAt(groups, place - 1),
    person: readNullable(reader),
  }))
  const forms = listOf(reader.count(), () => ({
    type: reader.text(),
    width: reader.number() || null,
    height: reader.number() || null,
    from: reader.text(),
  }))
  const times = reader.steps(reader.count())
  const bys = reader.steps(times.length).map((place) => itemAt(writers, place))

  const registers: UncheckedBoard['registers'] = []
  for (const { kind, reviewer, looks: width } of sections) {
    const count = reader.count()
    const who = reviewer ? reader.steps(count).map((place) => itemAt(writers, place)) : null
    const columns = listOf(width, () => reader.steps(count).map((place) => itemAt(looks, place)))
    const stamps = reader.steps(count)
    const values = readValues(reader, kind, count, { looks, people, forms })
    for (const [row, stamp] of stamps.entries()) {
      const key = keyOf(kind, who && itemAt(who, row), ...columns.map((column) => itemAt(column, row)))
      registers.push([key, values[row], itemAt(times, stamp), itemAt(bys, stamp)])
    }
  }
  if (reader.left() > 0 || raw.left() > 0) throw new Malformed('There is more than it says.')
  return { id, registers }
}

interface Tables {
  looks: readonly string[]
  people: readonly { group: string | null; person: string | null }[]
  forms: readonly { type: string; width: number | null; height: number | null; from: string }[]
}

function readValues(reader: ByteReader, kind: KindName, count: number, tables: Tables): unknown[] {
  let position = ''
  const { number, text } = reader
  const flag = () => number() === 1
  const list = () => listOf(reader.count(), () => itemAt(tables.looks, number()))
  const readers: Record<KindName, () => unknown> = {
    name: text,
    brief: text,
    who: text,
    note: text,
    made: number,
    blind: flag,
    on: flag,
    submitted: flag,
    verdict: () => itemAt(verdicts, number()),
    score: () => number() || null,
    duel: () => {
      const place = number()
      return place === 0 ? null : itemAt(tables.looks, place - 1)
    },
    at: () => (position = text() || nextPosition(position)),
    look: () => readNullable(reader),
    decision: () => (flag() ? { chosen: list(), runnersUp: list(), note: text(), by: text() } : null),
  }
  const values = listOf(count, readers[kind])
  if (kind !== 'look') return values
  const named = values.filter((name) => name !== null).length
  const people = reader.steps(named).map((place) => itemAt(tables.people, place))
  const forms = reader.steps(named).map((place) => itemAt(tables.forms, place))
  let row = 0
  return values.map((name) => {
    if (name === null) return null
    const { group, person } = itemAt(people, row)
    const { type, width, height, from } = itemAt(forms, row)
    row += 1
    return { name, type, group, person, width, height, from }
  })
}
