import { expect, test } from 'vitest'
import { readSandboxOptions } from '#sandbox/options.ts'

test('without variables there are no options', () => {
  expect(readSandboxOptions({})).toEqual({})
  expect(readSandboxOptions({ SANDBOX_LOOKS: '', SANDBOX_FAULTS: '' })).toEqual({})
})

test('every variable is read', () => {
  expect(
    readSandboxOptions({
      SANDBOX_LOOKS: '25000',
      SANDBOX_LATENCY_MS: '80',
      SANDBOX_RENDER_MS: '900',
      SANDBOX_FAULTS: '500:0.5',
      SANDBOX_DIALECT: 'video_avatar',
    }),
  ).toEqual({
    looks: 25_000,
    latencyMs: 80,
    renderMs: 900,
    faults: [{ kind: 500, chance: 0.5 }],
    dialect: 'video_avatar',
  })
})

test.each([
  ['SANDBOX_LOOKS', 'many'],
  ['SANDBOX_LOOKS', '-1'],
  ['SANDBOX_LOOKS', '9999999'],
  ['SANDBOX_LATENCY_MS', '1.5'],
  ['SANDBOX_RENDER_MS', 'soon'],
  ['SANDBOX_FAULTS', '500:7'],
  ['SANDBOX_FAULTS', 'flood'],
  ['SANDBOX_DIALECT', 'klingon'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readSandboxOptions({ [name]: value })).toThrow(name)
  expect(() => readSandboxOptions({ [name]: value })).toThrow(/^[^\n]*\.$/)
})
