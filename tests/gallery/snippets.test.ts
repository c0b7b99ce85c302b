import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { snippet, snippetLanguages } from '#gallery/snippets.ts'

const hostile = [
  "it's",
  "'; rm -rf ~; echo '",
  "\\'",
  '$(id)`id`$HOME',
  '"quoted"',
  'back\\slash\\',
  'line\nfeed\r\ttab',
  '</script><!--',
  '\u2028\u2029',
  '\u0000\u007F',
  '😀',
  '${id}',
  '{id!r}%s',
]
const text = fc.string({ unit: 'binary' })

/** The word after -d as a shell reads it: between single quotes everything stands for itself. */
function curlBody(code: string): unknown {
  const [, word] = /-d '([^']*)'$/.exec(code) ?? []
  return JSON.parse(word ?? '')
}

const scriptBody = (code: string): unknown =>
  JSON.parse(String(runInNewContext(/body: (JSON\.stringify\(.*\)),\n\}\)\nconst/s.exec(code)?.[1] ?? '')))

/** A Python dict of texts is written as JSON is, but for a few escapes that neither of them needs here. */
const pythonBody = (code: string): unknown => JSON.parse(/json=(\{.*\}),\n    timeout/s.exec(code)?.[1] ?? '')

const bodyIn = { curl: curlBody, TypeScript: scriptBody, Python: pythonBody }

test.each(snippetLanguages)('%s sends the id and the script as they are', (language) => {
  const check = (id: string, script: string) => {
    const sent = bodyIn[language](snippet(language, id, script))
    expect(sent).toEqual({ type: 'avatar', avatar_id: id, script })
  }
  for (const id of hostile) check(id, 'Your script here.')
  fc.assert(fc.property(text, text, check))
})

test('nothing of an id leaves its quotes in the shell', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom(...hostile)), (id) => {
      const code = snippet('curl', id, 'x')
      expect(code.slice(code.indexOf("-d '")).match(/'/g)).toHaveLength(2)
    }),
  )
})

test.each(snippetLanguages)(
  '%s posts to the v3 endpoint with a key from the environment, once',
  (language) => {
    const code = snippet(language, 'a', 'x')
    expect(code).toContain('https://api.heygen.com/v3/videos')
    expect(code).toContain('HEYGEN_API_KEY')
    expect(code).toContain('Idempotency-Key')
  },
)
