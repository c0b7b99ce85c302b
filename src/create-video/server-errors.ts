import type { HeygenHttpError } from '#heygen/errors.ts'
import { createText } from '#messages/en-create.ts'
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

/** The message of the answer, fit to be shown; empty where it says nothing to people. */
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

type Words = readonly [title: string, hint: string]
interface Refusal {
  words: Words
  field?: Field
  /** The answer's own message says more, so it takes the place of the hint. */
  own?: true
}

const words = createText.refusal

/** By code, since a code can stand beside several statuses. The last ten are our own server's. */
const refusals = new Map<string, Refusal>(
  Object.entries({
    insufficient_credit: { words: words.balance },
    trial_limit_exceeded: { words: words.trial },
    plan_upgrade_required: { words: words.plan },
    forbidden: { words: words.access },
    resource_access_denied: { words: words.access },
    voice_not_usable: { words: words.voiceNotUsable, field: 'voice' },
    ai_vendor_access_restricted: { words: words.vendor },
    avatar_consent_required: { words: words.consent },
    avatar_not_found: { words: words.lookMissing },
    voice_not_found: { words: words.voiceMissing, field: 'voice' },
    resource_not_ready: { words: words.notReady },
    request_in_progress: { words: words.inProgress },
    script_too_short: { words: words.scriptShort, field: 'script' },
    tts_text_invalid: { words: words.scriptUnspeakable, field: 'script' },
    unlimited_mode_disabled: { words: words.unlimited },
    resource_limit_reached: { words: words.resources },
    resource_limit_exceeded: { words: words.resources },
    download_failed: { words: words.download, field: 'background' },
    invalid_parameter: { words: words.refused, own: true },
    quota_exceeded: { words: words.running },
    rate_limit_exceeded: { words: words.limited },
    rate_limited: { words: words.limited },
    budget_exceeded: { words: words.budget, own: true },
    spending_off: { words: words.off },
    launch_token_required: { words: words.launch },
    ledger_unavailable: { words: words.ledger },
    intent_mismatch: { words: words.mismatch },
    video_too_long: { words: words.tooLong, own: true },
    idempotency_key_required: { words: words.noKey },
    idempotency_key_invalid: { words: words.noKey },
    payload_too_large: { words: words.tooMuch },
    intent_absent: { words: words.absent },
  } satisfies Record<string, Refusal>),
)

function refusalOf(error: HeygenHttpError): Refusal {
  const code = error.code.toLowerCase()
  if (code === 'content_policy_violation')
    return { words: words.content, field: error.message.includes('/v3/video-agents') ? 'prompt' : 'script' }
  const known = refusals.get(code)
  if (known) return known
  if (error.status === 400 || error.status === 422) return { words: words.refused, own: true }
  const { title, hint } = describeError(error)
  return { words: [title, hint || ownMessage(error)] }
}

/** An error of a call that makes a video, in plain words and with what to do; its field where it has one. */
export function refusalWords(error: HeygenHttpError): RefusalWords {
  const {
    words: [title, hint],
    field = null,
    own,
  } = refusalOf(error)
  const { retryAfter } = error
  const refusal = { title, hint: (own && ownMessage(error)) || hint, field: fieldOf(error.param) ?? field }
  return retryAfter === undefined ? refusal : { ...refusal, retryAfter }
}
