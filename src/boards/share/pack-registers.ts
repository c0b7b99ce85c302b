import { parseKey, parseValue, verdicts, type BoardValue, type LookNote } from '#boards/register-keys.ts'
import type { Register, Registers } from '#boards/register.ts'
import type { IdentifiedBoard } from '#boards/stored-board.ts'
import { byteWriter, type ByteWriter } from './bytes.ts'
import { joinBytes } from './deflate.ts'
import { writeIds } from './id-bytes.ts'
import { dictionary, nextPosition, sections } from './sections.ts'

interface Entry {
  reviewer: string
  looks: readonly string[]
  value: BoardValue
  stamp: Register
}

/** Those in the board's order first, so that what follows them in the packed board is even steps. */
function lookOrder(registers: Registers): string[] {
  const positions = new Map<string, string>()
  for (const [key, { value }] of registers) {
    const parsed = parseKey(key)
    for (const look of parsed?.looks ?? []) if (!positions.has(look)) positions.set(look, '~')
    if (parsed?.kind === 'at' && typeof value === 'string') positions.set(parsed.looks[0] ?? '', value)
  }
  return [...positions.keys()].toSorted((a, b) => {
    const [left = '', right = ''] = [positions.get(a), positions.get(b)]
    return left === right ? (a < b ? -1 : 1) : left < right ? -1 : 1
  })
}

/**
 * A board in few bytes: `ids` cannot be made smaller, `rest` deflates well. Values stand by kind, not by look, and
 * point into dictionaries. Exact for every register that `parseKey` and `parseValue` know; others are left out.
 */
export function packRegisters({ id, registers }: IdentifiedBoard) {
  const writers = dictionary((name: string) => name)
  const looks = dictionary((name: string) => name)
  const groups = dictionary((name: string) => name)
  const people = dictionary(({ group, person }: LookNote) => JSON.stringify([group, person]))
  const forms = dictionary(({ type, width, height, from }: LookNote) =>
    JSON.stringify([type, width, height, from]),
  )
  const stamps = dictionary(({ at, by }: Register) => `${at} ${by}`)
  for (const look of lookOrder(registers)) looks.placeOf(look)
  // In the order of time, so that they too are small steps.
  for (const stamp of [...registers.values()].toSorted((a, b) => a.at - b.at)) stamps.placeOf(stamp)

  const entries = Map.groupBy(readEntries(registers), ({ value }) => value.kind)
  const body = byteWriter()
  for (const { kind, reviewer, looks: count } of sections) {
    const places = (entry: Entry) => entry.looks.map(looks.placeOf)
    const rows = (entries.get(kind) ?? []).toSorted(
      (a, b) =>
        writers.placeOf(a.reviewer) - writers.placeOf(b.reviewer) ||
        (places(a)[0] ?? 0) - (places(b)[0] ?? 0) ||
        (places(a)[1] ?? 0) - (places(b)[1] ?? 0),
    )
    body.number(rows.length)
    if (reviewer) body.steps(rows.map((row) => writers.placeOf(row.reviewer)))
    for (let at = 0; at < count; at += 1) body.steps(rows.map((row) => places(row)[at] ?? 0))
    body.steps(rows.map(({ stamp }) => stamps.placeOf(stamp)))
    writeValues(
      body,
      rows.map(({ value }) => value),
      { look: looks.placeOf, person: people.placeOf, form: forms.placeOf },
    )
  }

  const head = byteWriter()
  const ids: number[] = []
  const groupPlaces = people.items.map(({ group }) => (group === null ? 0 : groups.placeOf(group) + 1))
  const byPlaces = stamps.items.map(({ by }) => writers.placeOf(by))
  head.text(id)
  head.number(writers.items.length)
  for (const writer of writers.items) head.text(writer)
  writeIds(head, ids, looks.items)
  writeIds(head, ids, groups.items)
  head.number(people.items.length)
  head.steps(groupPlaces)
  for (const { person } of people.items) writeNullable(head, person)
  head.number(forms.items.length)
  for (const { type, width, height, from } of forms.items) {
    head.text(type)
    head.number(width ?? 0)
    head.number(height ?? 0)
    head.text(from)
  }
  head.number(stamps.items.length)
  head.steps(stamps.items.map(({ at }) => at))
  head.steps(byPlaces)
  return { ids: joinBytes([ids]), rest: joinBytes([head.bytes, body.bytes]) }
}

function readEntries(registers: Registers): Entry[] {
  return [...registers].flatMap(([key, stamp]) => {
    const parsed = parseKey(key)
    const value = parsed && parseValue(parsed.kind, stamp.value)
    return value ? [{ reviewer: parsed.reviewer, looks: parsed.looks, value, stamp }] : []
  })
}

function writeNullable(writer: ByteWriter, value: string | null) {
  writer.number(value === null ? 0 : 1)
  if (value !== null) writer.text(value)
}

interface Places {
  look: (id: string) => number
  person: (note: LookNote) => number
  form: (note: LookNote) => number
}

/** All of one kind. Of a look's note first all names, then what they point to. */
function writeValues(writer: ByteWriter, values: readonly BoardValue[], places: Places) {
  let position = ''
  const notes: LookNote[] = []
  for (const read of values)
    switch (read.kind) {
      case 'name':
      case 'brief':
      case 'who':
      case 'note':
        writer.text(read.value)
        break
      case 'made':
        writer.number(read.value)
        break
      case 'blind':
      case 'on':
      case 'submitted':
        writer.number(read.value ? 1 : 0)
        break
      case 'verdict':
        writer.number(verdicts.indexOf(read.value))
        break
      case 'score':
        writer.number(read.value ?? 0)
        break
      case 'duel':
        writer.number(read.value === null ? 0 : places.look(read.value) + 1)
        break
      case 'at':
        writer.text(read.value === nextPosition(position) ? '' : read.value)
        position = read.value
        break
      case 'look':
        writeNullable(writer, read.value?.name ?? null)
        if (read.value) notes.push(read.value)
        break
      case 'decision':
        writer.number(read.value ? 1 : 0)
        if (!read.value) break
        for (const ids of [read.value.chosen, read.value.runnersUp]) {
          writer.number(ids.length)
          for (const id of ids) writer.number(places.look(id))
        }
        writer.text(read.value.note)
        writer.text(read.value.by)
        break
    }
  writer.steps(notes.map(places.person))
  writer.steps(notes.map(places.form))
}
