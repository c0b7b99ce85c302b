import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldOf, refusalWords } from '#create-video/server-errors.ts'
import { HeygenHttpError } from '#heygen/errors.ts'

test.each([
  ['script', 'script'],
  ['body.script', 'script'],
  ['videos.0.script', 'script'],
  ['videos[3].title', 'title'],
  ['/voice_settings/speed', 'speed'],
  ['voice_id', 'voice'],
  ['voice_settings', 'voice'],
  ['voice_settings.speed', 'speed'],
  ['voice_settings.pitch', 'pitch'],
  ['voice_settings.volume', 'volume'],
  ['engine', 'engine'],
  ['engine.type', 'engine'],
  ['Engine.Type', 'engine'],
  ['resolution', 'resolution'],
  ['aspect_ratio', 'aspectRatio'],
  ['fit', 'aspectRatio'],
  ['background.value', 'background'],
  ['background.url', 'background'],
  ['remove_background', 'background'],
  ['motion_prompt', 'motionPrompt'],
  ['expressiveness', 'expressiveness'],
  ['caption.style', 'captions'],
  ['output_format', 'format'],
  ['style_id', 'style'],
  ['orientation', 'orientation'],
  ['prompt', 'prompt'],
  ['avatar_id', null],
  ['constructor', null],
  ['__proto__', null],
  ['', null],
  [undefined, null],
])('the parameter %j belongs to %j', (param, field) => {
  expect(fieldOf(param)).toBe(field)
})

const error = (
  status: number,
  code: string,
  {
    message = 'refused',
    param,
    retryAfter,
    where = 'POST /v3/videos',
  }: {
    message?: string
    param?: string
    retryAfter?: number
    where?: string
  } = {},
) => new HeygenHttpError(where, status, { code, message, ...(param ? { param } : {}) }, { retryAfter })

test.each([
  [402, 'insufficient_credit', 'Your HeyGen balance is too low', null],
  [402, 'trial_limit_exceeded', 'The free trial is used up', null],
  [402, 'plan_upgrade_required', 'Your HeyGen plan does not include this', null],
  [403, 'forbidden', 'HeyGen does not let this account use it', null],
  [403, 'resource_access_denied', 'HeyGen does not let this account use it', null],
  [403, 'voice_not_usable', 'This voice cannot be used', 'voice'],
  [403, 'ai_vendor_access_restricted', 'Your account may not use this kind of model', null],
  [403, 'avatar_consent_required', 'The person has not given consent yet', null],
  [404, 'avatar_not_found', 'HeyGen does not find this look', null],
  [404, 'AVATAR_NOT_FOUND', 'HeyGen does not find this look', null],
  [404, 'voice_not_found', 'HeyGen does not find this voice', 'voice'],
  [409, 'resource_not_ready', 'The look is not ready yet', null],
  [409, 'request_in_progress', 'HeyGen is already taking this video', null],
  [400, 'content_policy_violation', 'HeyGen’s content policy refuses this text', 'script'],
  [400, 'script_too_short', 'The script is too short', 'script'],
  [400, 'tts_text_invalid', 'The voice cannot say this text', 'script'],
  [400, 'unlimited_mode_disabled', 'Unlimited mode is off for this account', null],
  [400, 'resource_limit_reached', 'The account is at one of HeyGen’s limits', null],
  [400, 'download_failed', 'HeyGen could not fetch the image', 'background'],
  [429, 'quota_exceeded', '10 of 10 videos are running', null],
  [429, 'rate_limit_exceeded', 'HeyGen asks to slow down', null],
  [429, 'budget_exceeded', 'The spending limit of this Lookbook is reached', null],
  [403, 'spending_off', 'Creating videos is switched off', null],
  [403, 'launch_token_required', 'Creating videos needs the launch address', null],
  [503, 'ledger_unavailable', 'Lookbook cannot write down what it spends', null],
  [422, 'intent_mismatch', 'This was already sent with other settings', null],
  [422, 'video_too_long', 'The video would be too long', null],
  [400, 'idempotency_key_required', 'Lookbook’s server could not tell this click from another', null],
  [401, 'unauthorized', 'HeyGen does not accept this key', null],
  [500, 'internal_error', 'HeyGen has a problem', null],
  [502, 'upstream_unreachable', 'HeyGen cannot be reached', null],
  [404, 'not_found', 'HeyGen refused the request', null],
  [400, 'something_new', 'HeyGen does not accept these settings', null],
])('%i %s reads “%s”', (status, code, title, field) => {
  const words = refusalWords(error(status, code))
  expect(words).toMatchObject({ title, field })
  expect(words).not.toHaveProperty('retryAfter')
})

test('every refusal but one of unknown cause says what to do', () => {
  expect(refusalWords(error(403, 'launch_token_required')).hint).toBe(
    'Open Lookbook by the address its server printed.',
  )
  expect(refusalWords(error(402, 'insufficient_credit')).hint).toContain('Top up in HeyGen')
})

test('a prompt that HeyGen’s policy refuses stands on the prompt', () => {
  const refused = error(400, 'content_policy_violation', { where: 'POST /v3/video-agents' })
  expect(refusalWords(refused).field).toBe('prompt')
})

test('the seconds to wait are given on', () => {
  expect(refusalWords(error(429, 'quota_exceeded', { retryAfter: 42 })).retryAfter).toBe(42)
  expect(refusalWords(error(429, 'rate_limited', { retryAfter: 0 })).retryAfter).toBe(0)
})

test('a parameter says where a refusal stands', () => {
  const refused = error(400, 'invalid_parameter', {
    message: 'speed must be at most 1.5',
    param: 'voice_settings.speed',
  })
  expect(refusalWords(refused)).toMatchObject({ hint: 'speed must be at most 1.5', field: 'speed' })
})

test.each([
  [429, 'budget_exceeded', 'This Lookbook makes at most 5 videos a minute (CREATES_PER_MINUTE).'],
  [422, 'video_too_long', 'Videos of more than 60 s are not made here.'],
  [404, 'resource_not_found', 'The style is not there.'],
])('%i %s: what only the answer knows is its hint', (status, code, message) => {
  expect(refusalWords(error(status, code, { message })).hint).toBe(message)
})

const fallback = 'Change the settings and create it again.'

test.each([
  ['Talking Photo could not be found', 'look could not be found'],
  ['photar not found: instant_avatar only', 'look not found: look only'],
  ['  two\n lines ', 'two lines'],
  ['bad: 400 invalid_parameter: twice', 'bad: 400 invalid_parameter: twice'],
  ['<html><body>Bad</body></html>', fallback],
  ['see <!doctype html>', fallback],
  ['must be < 5', 'must be < 5'],
  ['no message', fallback],
  ['HTTP 400', fallback],
  ['', fallback],
])('HeyGen’s message %j is shown as %j', (message, hint) => {
  expect(refusalWords(error(400, 'invalid_parameter', { message })).hint).toBe(hint)
})

test('whatever HeyGen says, no markup and no more than 300 characters are shown', () => {
  const part = fc.constantFrom(
    '<p>',
    'photar ',
    'Talking Photo',
    'x',
    ' ',
    '</',
    'a < b',
    '<!--',
    '\n',
    'y'.repeat(200),
  )
  fc.assert(
    fc.property(fc.array(part), fc.string(), (parts, code) => {
      const { title, hint } = refusalWords(error(400, code, { message: parts.join('') }))
      expect(hint.length).toBeLessThanOrEqual(300)
      expect(title + hint).not.toMatch(/<[a-z!/]|photar|talking photo/i)
      expect(title).not.toBe('')
    }),
  )
})
