import { groupSchema } from '#heygen/schemas/group.ts'
import { lookSchema, type Look } from '#heygen/schemas/look.ts'
import type { IndexedGroup, IndexedLook } from '#search/catalogue-index.ts'

/** A public photo look with what is given, read as the client would read it. */
export const makeLook = (given: Partial<Look>, own = false): IndexedLook => ({
  look: lookSchema.parse({ id: 'look', avatar_type: 'photo_avatar', ...given }),
  own,
})

export const makeGroup = (id: string, name: string, own = false): IndexedGroup => ({
  group: groupSchema.parse({ id, name }),
  own,
})
