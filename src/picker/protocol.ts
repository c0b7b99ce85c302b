import * as z from 'zod/mini'
import { facetNames } from '#search/query.ts'

// Only such parts of zod as the page has anyway: each further one would come with the first view, which has no use for it.

/** Raised when a message changes so that the other side would read it wrongly. */
export const pickerVersion = 1

/** Milliseconds in which the two sides must have met. */
export const handshakeTime = 5000

/** The most looks in one request. */
export const mostLooks = 100

const shortText = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest))
/** Random, at least 32 bits of it. */
const token = z.string().check(z.minLength(8), z.maxLength(64))
/** HeyGen's ids are opaque. */
const lookId = shortText(200)

/** What every message of every version has, so that each side can say which it speaks. */
export const envelopeSchema = z.object({
  lookbook: z.literal('picker'),
  version: z.number(),
  /** Made by the host, one a request. */
  id: token,
})

/** From the app that asks; `init` has its options too, which options.ts reads. */
export const hostMessageSchema = z.object({
  type: z.enum(['hello', 'init']),
  /** In `init`: the one of the picker's `ready`. */
  nonce: z.optional(token),
})

/** The options' shapes, but for `filters`; options.ts has their ranges. */
export const optionsShape = {
  multiple: z.optional(z.boolean()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  preselected: z.optional(z.array(lookId).check(z.maxLength(mostLooks))),
  /** The text that the search starts with. */
  query: z.optional(z.string().check(z.maxLength(400))),
  lockedFilters: z.optional(z.array(z.enum(facetNames)).check(z.maxLength(facetNames.length))),
  theme: z.optional(z.enum(['light', 'dark', 'auto'])),
}

export const filterValuesSchema = z.array(shortText(129)).check(z.maxLength(32))

export interface PickedLook {
  id: string
  name: string
  avatar_type: string
  group_id: string | null
  /** Left out where the address is signed or is not for other origins. */
  preview_image_url?: string
  image_width: number | null
  image_height: number | null
}

/** What the picker says; the host's id and the version stand in each. */
export type PickerWord =
  /** The nonce is made by the picker's page, one a page: what follows bears it. */
  | { type: 'ready'; nonce: string }
  | { type: 'picked'; nonce: string; looks: PickedLook[] }
  | { type: 'cancelled'; nonce: string }
  /** `message` is for whoever wrote the host. */
  | { type: 'error'; code: 'version' | 'options'; message: string }

export type PickerMessage = z.infer<typeof envelopeSchema> & PickerWord
