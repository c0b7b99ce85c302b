import * as z from 'zod/mini'
import { listOnce, textOnce } from './once.ts'

// HeyGen marks almost nothing as required, sends null for missing and adds values to its enums in place.
// These read what is there and default the rest, so that one odd field never costs the whole answer.

/** Text, or null for anything else. */
export const textOrNull = z.catch(z.nullable(z.string()), null)

export const text = z.catch(z.string(), '')

/** A number, or null for anything else. */
export const numberOrNull = z.catch(z.nullable(z.number()), null)

export const flag = z.catch(z.boolean(), false)

/** Pixels; 0 stands for "not known" in HeyGen's answers. */
export const pixelsOrNull = z.catch(
  z.pipe(
    z.nullable(z.number()),
    z.transform((value) => (value !== null && value > 0 ? value : null)),
  ),
  null,
)

/** Text that many entries share, or null for anything else. */
export const sharedOrNull = z.catch(
  z.pipe(
    z.nullable(z.string()),
    z.transform((value) => value && textOnce(value)),
  ),
  null,
)

/** A list of texts, the same one for all that are alike; entries of other kinds are dropped. */
export const texts = z.catch(
  z.pipe(
    z.array(z.unknown()),
    z.transform((entries) => listOnce(entries.filter((entry) => typeof entry === 'string'))),
  ),
  [],
)

/** Why training failed; null when nothing did. */
export const faultOrNull = z.catch(z.nullable(z.object({ code: text, message: text })), null)

export const id = z.string().check(z.minLength(1))
