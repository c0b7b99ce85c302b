import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { secretNames, withSecretFiles } from '#server/secret-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'lookbook-secrets-'))
const withFiles = (env: Record<string, string>) => () => withSecretFiles(env)
const startWith = (text: string) => () => readConfig(withSecretFiles({ HEYGEN_API_KEY_FILE: kept(text) }))
afterAll(() => rmSync(folder, { recursive: true }))

function kept(text: string): string {
  const file = join(folder, 'secret')
  writeFileSync(file, text)
  return file
}

test.each(secretNames)('%s may stand in a file, whose last line break is none of it', (name) => {
  for (const text of ['sk_of_a_file', 'sk_of_a_file\n', 'sk_of_a_file\r\n'])
    expect(withSecretFiles({ PORT: '1', [`${name}_FILE`]: kept(text) })).toMatchObject({
      PORT: '1',
      [name]: 'sk_of_a_file',
    })
})

test('the key of a file is the account’s, and the environment itself is left as it is', () => {
  const env = { HEYGEN_API_KEY_FILE: kept('sk_of_a_file\n') }
  expect(readConfig(withSecretFiles(env)).credential).toEqual({ kind: 'key', value: 'sk_of_a_file' })
  expect(Object.keys(env)).toEqual(['HEYGEN_API_KEY_FILE'])
})

test('a file that is missing or empty, and a secret that is set twice, stop the start with a sentence', () => {
  expect(withFiles({ HEYGEN_API_KEY_FILE: join(folder, 'nobody') })).toThrow(
    'HEYGEN_API_KEY_FILE names a file that cannot be read.',
  )
  expect(withFiles({ LOOKBOOK_ACCESS_TOKEN_FILE: kept('\n') })).toThrow(
    'LOOKBOOK_ACCESS_TOKEN_FILE names a file that is empty.',
  )
  expect(withFiles({ HEYGEN_API_KEY_FILE: kept('a'), HEYGEN_API_KEY: 'b' })).toThrow('are both set')
})

test('what is in a file must be as good as what is in the environment, and is in no sentence', () => {
  const start = startWith('sk_two\nsk_lines')
  expect(start).toThrow(/^HEYGEN_API_KEY holds a blank/)
  expect(start).not.toThrow(/sk_/)
})
