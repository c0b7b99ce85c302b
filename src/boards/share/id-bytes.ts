import { caps } from '#boards/register-keys.ts'
import { Malformed, type ByteReader, type ByteWriter } from './bytes.ts'

// HeyGen's ids are mostly 32 hexadecimal digits: as bytes they take half, and as nothing can make them smaller they
// stand apart from what is deflated.

const text = 0
const hex = 1
const uuid = 2
const size = 16

const uuidForm = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/

function formOf(id: string): number {
  if (/^[0-9a-f]{32}$/.test(id)) return hex
  return uuidForm.test(id) ? uuid : text
}

function pushBytes(into: number[], id: string) {
  const digits = id.replaceAll('-', '')
  for (let at = 0; at < digits.length; at += 2) into.push(Number.parseInt(digits.slice(at, at + 2), 16))
}

export function writeIds(writer: ByteWriter, raw: number[], ids: readonly string[]) {
  writer.number(ids.length)
  for (const id of ids) writer.number(formOf(id))
  for (const id of ids)
    if (formOf(id) === text) writer.text(id)
    else pushBytes(raw, id)
}

/** Many keys may repeat it, so that a long one would grow out of few bytes. */
export function shortText(reader: ByteReader, most: number): string {
  const value = reader.text()
  if (value.length > most) throw new Malformed('A name is too long.')
  return value
}

export function readIds(reader: ByteReader, raw: ByteReader): string[] {
  const forms = Array.from({ length: reader.count() }, () => reader.number())
  return forms.map((form) => {
    if (form === text) return shortText(reader, caps.id)
    const digits = Array.from(raw.take(size), (byte) => byte.toString(16).padStart(2, '0')).join('')
    return form === uuid ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : digits
  })
}
