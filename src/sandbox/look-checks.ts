import type { Engine } from '#heygen/schemas/video-choices.ts'
import type { Catalogue } from './catalogue.ts'
import type { LookRecord } from './records.ts'
import { Refusal } from './refusal.ts'
import { voices } from './voices.ts'

// `param` is the name of the field that holds the id, in all of these.

/** The look, which must be ready to make a video of. */
export function readyLook(catalogue: Catalogue, id: string, param: string): LookRecord {
  const look = catalogue.look(id)
  if (!look) throw new Refusal(404, 'avatar_not_found', 'There is no look with this id.', { param })
  if (look.status === 'failed')
    throw new Refusal(400, 'invalid_parameter', 'This look failed to train and cannot be used.', { param })
  if (look.status === 'processing')
    throw new Refusal(409, 'resource_not_ready', 'This look is still being trained.', { param })
  if (look.status === 'pending_consent')
    throw new Refusal(409, 'resource_not_ready', "This look waits for the person's consent.", { param })
  return look
}

export function checkVoice(id: string | null | undefined, param: string): void {
  if (id && !voices.some(({ voice_id }) => voice_id === id))
    throw new Refusal(404, 'voice_not_found', 'There is no voice with this id.', { param })
}

interface EngineInput {
  type: Engine
  reference_look_id?: string | null | undefined
}

/** HeyGen also wants the reference to be an `instant_avatar`, a word that no answer shows. */
export function checkReference(
  engine: EngineInput | null | undefined,
  look: LookRecord,
  catalogue: Catalogue,
  param: string,
): void {
  if (!engine?.reference_look_id) return
  const group = catalogue.look(engine.reference_look_id)?.group_id
  if (!group || group !== look.group_id)
    throw new Refusal(400, 'invalid_parameter', 'The reference look must be of the same person.', { param })
}
