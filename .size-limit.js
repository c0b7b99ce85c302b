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

/** The chunk of a part that is loaded on demand, by its name in the entry's imports. */
const partNamed = (name) => {
  const file = readFileSync(main, 'utf8').match(new RegExp(`${name}-[\\w-]+\\.js`))?.[0]
  return `dist/assets/${file}`
}
const beyond = (name) => [...withImports(partNamed(name))].filter((path) => !scripts.includes(path))

export default [
  { name: 'Entry JavaScript', path: [...withImports(main)], limit: '130 kB', gzip: true },
  { name: 'First grid view JavaScript', path: scripts, limit: '160 kB', gzip: true },
  { name: 'Create dialog beyond the grid', path: beyond('create-part'), limit: '60 kB', gzip: true },
  { name: 'Index worker', path: 'dist/assets/index-worker-*.js', limit: '30 kB', gzip: true },
  { name: 'Style sheet', path: 'dist/assets/index-*.css', limit: '12 kB', gzip: true },
]
