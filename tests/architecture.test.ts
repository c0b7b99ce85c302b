import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Rule {
  files: string[]
  rules: { 'no-restricted-imports'?: ['error', { patterns: { regex: string; message: string }[] }] }
}

const isCode = (path: string) => /\.tsx?$/.test(path)
const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath, entry.name).replaceAll('\\', '/')
    return { path, content: readFileSync(path, 'utf8') }
  })
const folders = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** The lint's own table, so that there is one: what each folder may not import. */
const { overrides }: { overrides: Rule[] } = JSON.parse(readFileSync('.oxlintrc.json', 'utf8'))
const patternsFor = (folder: string) =>
  overrides.find(({ files: [glob] }) => glob === `src/${folder}` || glob === `src/${folder}/**`)?.rules[
    'no-restricted-imports'
  ]?.[1].patterns

/** What a file imports: `from`, bare `import`, and `import()` in code and in types. */
function importsOf(content: string): string[] {
  const named = content.matchAll(/^(?:import\s+|(?:import|export|\})[^'"\n]*?\bfrom\s+)(['"])(.+?)\1/gm)
  const called = content.matchAll(/\bimport\(\s*(?:(['"])(.+?)\1)?/g)
  return [...named, ...called].map(([, , specifier = '(computed)']) => specifier)
}

const folderOf = (path: string) => path.split('/')[1] ?? ''

/** Every import that the table refuses, as `file: specifier`. */
const refused = (sources: { path: string; content: string }[]) =>
  sources
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, content }) =>
      importsOf(content)
        .filter((specifier) =>
          patternsFor(folderOf(path))?.some(({ regex }) => new RegExp(regex).test(specifier)),
        )
        .map((specifier) => `${path}: ${specifier}`),
    )

test('every folder has its line in the import table', () => {
  expect(folders.filter((folder) => !patternsFor(folder))).toEqual([])
})

test('every folder is on the map', () => {
  const map = readFileSync('src/README.md', 'utf8')
  expect(folders.filter((folder) => !map.includes(`| \`${folder}/\``))).toEqual([])
})

test('no folder imports what the table does not give it, in types and dynamic imports too', () => {
  expect(refused(files)).toEqual([])
})

test.each([
  "import { a } from '#gallery/a.ts'",
  "import '#gallery/a.ts'",
  "import type { A } from '#gallery/a.ts'",
  "import {\n  a,\n  b,\n} from '#gallery/a.ts'",
  "export { a } from '#gallery/a.ts'",
  "export type * from '#gallery/a.ts'",
  "const a = await import('#gallery/a.ts')",
  "const load = () => import(\n  '#gallery/a.ts'\n)",
  "type A = typeof import('#gallery/a.ts')",
  "let a: import('#gallery/a.ts').A",
  "import { a } from '../gallery/a.ts'",
])('the check sees %j', (content) => {
  expect(refused([{ path: 'src/heygen/planted.ts', content }])).toHaveLength(1)
})

test('no import goes up, leaves out its suffix or is put together at run time', () => {
  const odd = files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, content }) =>
      importsOf(content)
        .filter(
          (name) =>
            name.includes('../') ||
            name === '(computed)' ||
            (/^[#.]/.test(name) && !/\.\w+(?:\?worker&url)?$/.test(name)),
        )
        .map((name) => `${path}: ${name}`),
    )
  expect(odd).toEqual([])
})

test('the sandbox comes into the page by a dynamic import only', () => {
  const main = files.find(({ path }) => path === 'src/main.tsx')?.content ?? ''
  expect(main).not.toMatch(/^import[^(]*#sandbox/m)
  expect(main).toContain("await import('#sandbox/")
})

test('the client, the sandbox and the server know no React', () => {
  const bound = files
    .filter(({ path }) => /^src\/(heygen|sandbox|server)\//.test(path) && isCode(path))
    .filter(({ content }) => importsOf(content).some((name) => /^(react|@tanstack)\b/.test(name)))
  expect(bound.map(({ path }) => path)).toEqual([])
})

// One idea a file; what is only data may be as long as it is.
const isData = (path: string) => path === 'src/sandbox/demo-people.ts' || path.startsWith('src/messages/')

test('no file is longer than 300 lines, but for data', () => {
  const long = files.filter(({ path, content }) => content.split('\n').length > 301 && !isData(path))
  expect(long.map(({ path }) => path)).toEqual([])
})

test('files are in kebab case, and none is a barrel', () => {
  const names = files.map(({ path }) => path.split('/').at(-1) ?? '')
  const allowed = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.[a-z]+|README\.md|tsconfig\.json)$/
  expect(names.filter((name) => !allowed.test(name) || name.startsWith('index.'))).toEqual([])
})
