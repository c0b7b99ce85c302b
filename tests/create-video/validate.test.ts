import { expect, test } from 'vitest'
import type { Draft } from '#create-video/draft.ts'
import { checkDraft } from '#create-video/validate.ts'
import { aDraft, aLook } from './samples.ts'

const color = (value: string): Partial<Draft> => ({ background: { kind: 'color', value } })
const image = (url: string): Partial<Draft> => ({ background: { kind: 'image', url } })
const wrongColor = 'Give the colour as # and six digits, such as #1f2937.'
const wrongUrl = 'The address must begin with https:// and be open to everyone.'

const cases: [name: string, draft: Partial<Draft>, problems: object][] = [
  ['a script', {}, {}],
  ['no script', { script: '' }, { script: 'Write what the look should say.' }],
  ['a blank script', { script: ' \n\t ' }, { script: 'Write what the look should say.' }],
  ['a script of 5,000', { script: 'x'.repeat(5000) }, {}],
  ['a script of 5,012', { script: 'x'.repeat(5012) }, { script: '5,012 of 5,000 characters.' }],
  ['emoji, two units each', { script: '🙂'.repeat(2501) }, { script: '5,002 of 5,000 characters.' }],
  ['a title of 200', { title: 't'.repeat(200) }, {}],
  ['a title of 201', { title: 't'.repeat(201) }, { title: '201 of 200 characters.' }],
  ['a colour', color('#1F2937'), {}],
  ['a short colour', color('#fff'), { background: wrongColor }],
  ['a named colour', color('red'), { background: wrongColor }],
  ['no colour', color(''), { background: wrongColor }],
  ['an image', image('https://example.com/a b.jpg?x=1'), {}],
  ['an image with spaces around', image(' https://example.com/a.jpg\n'), {}],
  ['no image', image(' '), { background: 'Give the address of an image.' }],
  ['an image by http', image('http://example.com/a.jpg'), { background: wrongUrl }],
  ['an image by data', image('data:image/png;base64,AAAA'), { background: wrongUrl }],
  ['an address without a host', image('https://'), { background: wrongUrl }],
  ['an image of this machine', image('https://localhost/a.jpg'), { background: wrongUrl }],
  ['words for an address', image('the hall'), { background: wrongUrl }],
  [
    'a very long address',
    image(`https://example.com/${'a'.repeat(2029)}`),
    { background: '2,049 of 2,048 characters.' },
  ],
  ['a colour that webm hides', { ...color('red'), format: 'webm' }, {}],
  ['speeds at the ends', { speed: 1.5, pitch: -50, volume: 0 }, {}],
  [
    'numbers out of range',
    { speed: 1.6, pitch: 50.5, volume: -0.1 },
    { speed: 'From 0.5 to 1.5.', pitch: 'From -50 to 50.', volume: 'From 0 to 1.' },
  ],
  [
    'no numbers',
    { speed: Number.NaN, pitch: Number.NaN, volume: Number.POSITIVE_INFINITY },
    { speed: 'From 0.5 to 1.5.', pitch: 'From -50 to 50.', volume: 'From 0 to 1.' },
  ],
  ['a motion that is not offered', { motionPrompt: 'm'.repeat(2001) }, {}],
  ['a prompt not written yet', { prompt: '' }, {}],
  ['the prompt way without a prompt', { way: 'prompt' }, { prompt: 'Describe the video.' }],
  ['a prompt of 10,000', { way: 'prompt', prompt: 'p'.repeat(10_000) }, {}],
  [
    'a prompt of 10,001',
    { way: 'prompt', prompt: 'p'.repeat(10_001) },
    { prompt: '10,001 of 10,000 characters.' },
  ],
  ['the prompt way with a wrong script', { way: 'prompt', prompt: 'A tour', script: '', speed: 9 }, {}],
]

test.each(cases)('%s: %j', (_name, draft, problems) => {
  expect(checkDraft(aLook(), aDraft(draft))).toStrictEqual(problems)
})

test('a motion prompt that would be sent is counted', () => {
  const look = aLook({ supported_api_engines: ['avatar_v'] })
  expect(checkDraft(look, aDraft({ motionPrompt: 'm'.repeat(2001) }))).toStrictEqual({
    motionPrompt: '2,001 of 2,000 characters.',
  })
})

test('a look without a voice of its own asks for one, by script', () => {
  const look = aLook({ default_voice_id: null })
  expect(checkDraft(look, aDraft())).toStrictEqual({
    voice: 'This look has no voice of its own: choose one.',
  })
  expect(checkDraft(look, aDraft({ voiceId: 'voice-2' }))).toStrictEqual({})
  expect(checkDraft(look, aDraft({ way: 'prompt', prompt: 'A tour' }))).toStrictEqual({})
})
