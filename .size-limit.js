import { readFileSync } from 'node:fs'

// What the page loads before anything is asked for stands in the built page: the entry, and the list's own chunks
// as module preloads. Read from there, no chunk that a change splits off can be forgotten.
const page = readFileSync('dist/index.html', 'utf8')
const scripts = [...new Set(page.match(/\/assets\/[^"]+\.js/g))].map((path) => `dist${path}`)

export default [
  { name: 'Entry JavaScript', path: 'dist/assets/index-*.js', limit: '130 kB', gzip: true },
  { name: 'First grid view JavaScript', path: scripts, limit: '160 kB', gzip: true },
  { name: 'Style sheet', path: 'dist/assets/index-*.css', limit: '12 kB', gzip: true },
]
