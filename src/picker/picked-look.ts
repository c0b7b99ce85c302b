import type { Look } from '#heygen/schemas/look.ts'
import type { PickedLook } from './protocol.ts'

/**
 * An address that another app may keep and show: none that is signed, which is a key to the picture, and none of our
 * own origin, which gives pictures to its own pages only.
 */
function publicAddress(address: string | null, ownOrigin: string): string | undefined {
  if (address === null || !URL.canParse(address)) return undefined
  const { protocol, origin, search, hash, href } = new URL(address)
  const open = protocol === 'https:' && origin !== ownOrigin && search === '' && hash === ''
  return open ? href : undefined
}

/** What the host is told of a look. */
export function pickedLook(look: Look, ownOrigin: string): PickedLook {
  const { id, name, avatar_type, group_id, image_width, image_height } = look
  const preview_image_url = publicAddress(look.preview_image_url, ownOrigin)
  return {
    id,
    name,
    avatar_type,
    group_id,
    ...(preview_image_url === undefined ? {} : { preview_image_url }),
    image_width,
    image_height,
  }
}
