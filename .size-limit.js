import { readFileSync } from 'node:fs'

// What the page loads before anything is asked for stands in the built page: the entry, and the list's own chunks
// as module preloads. Read from there, no chunk that a change splits off can be forgotten.
const page = readFileSync('dist/index.html', 'utf8')
const scripts = [...new Set(page.match(/\/assets\/[^"]+\.js/g))].map((path) => `dist${path}`)
const main = scripts.find((path) => path.includes('/index-')) ?? ''

/** A chunk and every chunk that it imports, but for those that come later. */
function withImports(path, found = new Set()) {
  if (found.has(path)) return found
  found.add(path)
  for (const [, name] of readFileSync(path, 'utf8').matchAll(/(?:from|import) ?"\.\/([^"]+\.js)"/g))
    withImports(`dist/assets/${name}`, found)
  return found
}

/** The chunk of a part that is loaded on demand, by its name in the imports of what comes first. */
const partNamed = (name) => {
  const pattern = new RegExp(`${name}-[\\w-]+\\.js`)
  const file = scripts.map((path) => readFileSync(path, 'utf8').match(pattern)?.[0]).find(Boolean)
  return `dist/assets/${file}`
}
const beyond = (name, known) => [...withImports(partNamed(name))].filter((path) => !known.includes(path))
const entry = [...withImports(main)]

export default [
  { name: 'Entry JavaScript', path: entry, limit: '30 kB', gzip: true },
  { name: 'App beyond the entry', path: beyond('app', entry), limit: '115 kB', gzip: true },
  { name: 'First grid view JavaScript', path: scripts, limit: '160 kB', gzip: true },
  { name: 'Create dialog beyond the grid', path: beyond('create-part', scripts), limit: '60 kB', gzip: true },
  { name: 'Index worker', path: 'dist/assets/index-worker-*.js', limit: '30 kB', gzip: true },
  { name: 'Style sheet', path: 'dist/assets/cards-*.css', limit: '12 kB', gzip: true },
]
