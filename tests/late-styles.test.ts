import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(path, 'utf8')
const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))

/** Folders whose classes the first style sheet leaves out. */
const left = [...read('src/ui/theme.css').matchAll(/@source not '\.\.\/([^']+)'/g)].map(
  ([, name]) => `src/${name}/`,
)

const pathOf = (specifier: string, from: string) =>
  specifier.startsWith('#') ? `src/${specifier.slice(1)}` : normalize(join(dirname(from), specifier))

const isOurs = (specifier: string) => /^(?:#|\.\/)/.test(specifier)

/** What a file loads with itself: imports and re-exports over any number of lines, of types alone left out. */
const loaded = new Map(
  files.map((path) => {
    const specifiers = read(path).matchAll(
      /^(?:import|export)\s+(?!type\b)(?:[\w*{}\s,$]*?\sfrom\s+)?'([^']+)'/gm,
    )
    return [
      path,
      [...specifiers]
        .map(([, name = '']) => name)
        .filter(isOurs)
        .map((name) => pathOf(name, path)),
    ] as const
  }),
)

function withImports(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found
  found.add(path)
  for (const next of loaded.get(path) ?? []) withImports(next, found)
  return found
}

const late = files.flatMap((path) =>
  [...read(path).matchAll(/\bimport\('((?:#|\.\/)[^']+)'\)/g)].map(([, name = '']) => ({
    from: path,
    to: pathOf(name, path),
  })),
)

test('a part that comes later brings the classes that the first style sheet leaves out', () => {
  expect(left.length).toBeGreaterThan(3)
  const isLeft = (path: string) => left.some((folder) => path.startsWith(folder))
  // Within those folders everything is there already.
  const entries = late.filter(({ from, to }) => !isLeft(from) && to.endsWith('.tsx'))
  expect(entries.length).toBeGreaterThan(10)
  const wanting = entries.filter(({ from, to }) => {
    const all = withImports(to)
    // The one that loads it may have brought them.
    return (
      [...all].some((path) => isLeft(path) && path.endsWith('.tsx')) &&
      !all.has('src/ui/whole.css') &&
      !withImports(from).has('src/ui/whole.css')
    )
  })
  expect(wanting).toEqual([])
})

test('an import is seen however it is written', () => {
  // Over several lines, for its effect, and with a default.
  expect(loaded.get('src/boards/board.ts')).toContain('src/boards/register-keys.ts')
  expect(loaded.get('src/boards/parts/use-bare-page.ts')).toContain('src/boards/parts/bare-page.css')
  // Types are not there when it runs.
  expect(loaded.get('src/boards/names.ts')).not.toContain('src/heygen/schemas/look.ts')
})

test('the first view has none of it', () => {
  expect(withImports('src/main.tsx')).not.toContain('src/ui/whole.css')
  expect(withImports('src/app/browse.tsx')).not.toContain('src/ui/whole.css')
})
