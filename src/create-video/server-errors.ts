import type { HeygenHttpError } from '#heygen/errors.ts'
import { describeError } from '#queries/describe-error.ts'
import type { Field } from './validate.ts'

const fields = new Map<string, Field>(
  Object.entries({
    script: 'script',
    prompt: 'prompt',
    title: 'title',
    voice_id: 'voice',
    voice_settings: 'voice',
    engine: 'engine',
    resolution: 'resolution',
    aspect_ratio: 'aspectRatio',
    fit: 'aspectRatio',
    background: 'background',
    remove_background: 'background',
    motion_prompt: 'motionPrompt',
    expressiveness: 'expressiveness',
    caption: 'captions',
    speed: 'speed',
    pitch: 'pitch',
    volume: 'volume',
    output_format: 'format',
    style_id: 'style',
    orientation: 'orientation',
  } as const),
)

/** The field of the dialog that a `param` of HeyGen's names: `voice_settings.speed`, `body.script`, `videos[0].title`. */
export function fieldOf(param: string | undefined): Field | null {
  // The innermost name that is known: the speed, not the voice settings.
  for (const name of (param ?? '')
    .toLowerCase()
    .split(/[./[\]]+/)
    .toReversed()) {
    const field = fields.get(name)
    if (field) return field
  }
  return null
}

/** Why a video was not made, in words. */
export interface RefusalWords {
  title: string
  hint: string
  field: Field | null
  /** Seconds. */
  retryAfter?: number
}

const internalNames = /talking[ _-]?photo|instant[ _-]?avatar|photar/gi
const longestMessage = 300

/** HeyGen's own message, fit to be shown; empty where it says nothing to people. */
function ownMessage({ message, status, code }: HeygenHttpError): string {
  const mark = `: ${status} ${code}: `
  const own = message
    .slice(message.indexOf(mark) + mark.length)
    .replace(/\s+/g, ' ')
    .trim()
  if (!message.includes(mark) || /<[a-z!/]/i.test(own) || /^(?:no message|HTTP \d+)$/.test(own)) return ''
  const shown = own.replace(internalNames, 'look')
  return shown.length > longestMessage ? `${shown.slice(0, longestMessage - 1)}…` : shown
}

/** An error of a call that makes a video, in plain words and with what to do; its field where it has one. */
export function refusalWords(error: HeygenHttpError): RefusalWords {
  const { title, hint } = describeError(error)
  return { title, hint: ownMessage(error) || hint, field: fieldOf(error.param) }
}
