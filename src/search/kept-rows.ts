import type { Group } from '#heygen/schemas/group.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { listOnce, textOnce } from '#heygen/schemas/once.ts'
import type { SeenGroup, SeenLook } from './catalogue-record.ts'
import { list, number, numberOrNull, text, textOrNull } from './stored-values.ts'

// What is kept is written as JSON of bare arrays, a text a shelf: that is read three times as fast as stored objects,
// and takes a third of the room. Reading checks every value by hand, since what is stored may be damaged and a schema
// would take longer than all the rest.

/** Links without their query: a signature must not outlive the answer it came in. Those of `origin` have none. */
const bareLink = (url: string | null, origin: string) =>
  url === null || url.startsWith(`${origin}/`) ? url : (url.split(/[?#]/, 1)[0] ?? null)

const texts = (value: unknown) => listOnce(list(value).map(text))

const fault = (value: unknown): Look['error'] => {
  if (value === null) return null
  const [code, message] = list(value)
  return { code: text(code), message: text(message) }
}
const packFault = (error: Look['error']) => error && [error.code, error.message]

const packLook = ({ look, own, walk }: SeenLook, origin: string) => [
  look.id,
  look.name,
  look.avatar_type,
  look.gender,
  bareLink(look.preview_image_url, origin),
  bareLink(look.preview_video_url, origin),
  look.default_voice_id,
  look.tags,
  look.supported_api_engines,
  look.image_width,
  look.image_height,
  look.preferred_orientation,
  look.status,
  packFault(look.error),
  own ? 1 : 0,
  walk,
]

function readLook(row: unknown, group_id: string | null): SeenLook {
  const at = list(row)
  return {
    look: {
      id: text(at[0]),
      name: text(at[1]),
      avatar_type: text(at[2]),
      group_id,
      gender: textOrNull(at[3]),
      preview_image_url: textOrNull(at[4]),
      preview_video_url: textOrNull(at[5]),
      default_voice_id: at[6] === null ? null : textOnce(text(at[6])),
      tags: texts(at[7]),
      supported_api_engines: texts(at[8]),
      image_width: numberOrNull(at[9]),
      image_height: numberOrNull(at[10]),
      preferred_orientation: textOrNull(at[11]),
      status: textOrNull(at[12]),
      error: fault(at[13]),
    },
    own: number(at[14]) === 1,
    walk: number(at[15]),
  }
}

/** All looks of one shelf, which are one person's or nobody's; `origin` is the page's own. */
export const packLooks = (looks: readonly SeenLook[], origin: string): string =>
  JSON.stringify([looks[0]?.look.group_id ?? null, ...looks.map((look) => packLook(look, origin))])

/** Throws a BadRow or a SyntaxError. */
export function readLooks(stored: unknown): SeenLook[] {
  const [person, ...rows] = list(JSON.parse(text(stored)))
  const group = textOrNull(person)
  return rows.map((row) => readLook(row, group))
}

const packGroup = ({ group, own, walk }: SeenGroup, origin: string) => [
  group.id,
  group.name,
  group.created_at,
  group.looks_count,
  group.gender,
  bareLink(group.preview_image_url, origin),
  bareLink(group.preview_video_url, origin),
  group.default_voice_id,
  group.consent_status,
  group.status,
  packFault(group.error),
  own ? 1 : 0,
  walk,
]

function readGroup(row: unknown): SeenGroup {
  const at = list(row)
  const group: Group = {
    id: text(at[0]),
    name: text(at[1]),
    created_at: numberOrNull(at[2]),
    looks_count: numberOrNull(at[3]),
    gender: textOrNull(at[4]),
    preview_image_url: textOrNull(at[5]),
    preview_video_url: textOrNull(at[6]),
    default_voice_id: textOrNull(at[7]),
    consent_status: textOrNull(at[8]),
    status: textOrNull(at[9]),
    error: fault(at[10]),
  }
  return { group, own: number(at[11]) === 1, walk: number(at[12]) }
}

export const packGroups = (groups: readonly SeenGroup[], origin: string): string =>
  JSON.stringify(groups.map((group) => packGroup(group, origin)))

/** Throws a BadRow or a SyntaxError. */
export const readGroups = (stored: unknown): SeenGroup[] => list(JSON.parse(text(stored))).map(readGroup)
