import { Refusal } from './refusal.ts'

// What a script, a prompt or a message of an agent's session may hold to see a bad day. Markers are not spoken.
//
//   [fail]            the render fails: rendering_failed, "The sandbox was asked to fail."
//   [fail: voice]     the render fails: tts_failed, "Voice failed"
//   [fail: words]     the render fails: rendering_failed, with these words
//   [slow]            the render takes 20 times as long
//   [402]             the call is refused: insufficient_credit
//   [403]             the call is refused: resource_access_denied
//   [429]             the call is refused: rate_limit_exceeded, Retry-After: 30
//   [policy]          the call is refused: 400 content_policy_violation

export interface Failure {
  code: string
  message: string
}

const refusals: Record<string, (param: string) => Refusal> = {
  402: () => new Refusal(402, 'insufficient_credit', 'The sandbox was asked to have no credit.'),
  403: () => new Refusal(403, 'resource_access_denied', 'The sandbox was asked to deny access.'),
  429: () =>
    new Refusal(429, 'rate_limit_exceeded', 'The sandbox was asked to have enough for now.', {
      headers: { 'retry-after': '30' },
    }),
  policy: (param) =>
    new Refusal(400, 'content_policy_violation', "The text is against HeyGen's content policy.", { param }),
}

/** Throws the refusal that a marker asks for; `param` is the field that holds the text. */
export function refuseIfAsked(text: string, param: string): void {
  const [, name = ''] = /\[(402|403|429|policy)\]/.exec(text) ?? []
  const refusal = refusals[name]
  if (refusal) throw refusal(param)
}

/** Why the render of this text is to fail; null where it is not. */
export function failureAsked(text: string): Failure | null {
  const found = /\[fail(?::\s*([^\]]*))?\]/.exec(text)
  if (!found) return null
  const words = found[1]?.trim()
  if (words === 'voice') return { code: 'tts_failed', message: 'Voice failed' }
  return { code: 'rendering_failed', message: words || 'The sandbox was asked to fail.' }
}

/** How many times as long as usual a render of this text takes. */
export const slownessAsked = (text: string) => (text.includes('[slow]') ? 20 : 1)

/** The text without its markers. */
export const withoutMarkers = (text: string) =>
  text
    .replaceAll(/\[(?:slow|402|403|429|policy|fail(?::[^\]]*)?)\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
