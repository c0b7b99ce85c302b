import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guessRates } from '#server/guesses.ts'
import { contentSecurityPolicy } from '#server/security-headers.ts'
import { idleEnd, longestSession, mostSessions } from '#server/sessions.ts'
import { appOf, configOf, emptyPage } from './fixtures.ts'
import { tableOf } from './markdown-table.ts'

// What SECURITY.md says in figures and lists is what the code does.

const page = readFileSync('SECURITY.md', 'utf8')
const readme = readFileSync('README.md', 'utf8')

const rowsOf = (heading: string) => tableOf(page, heading)

test('the limits are the ones that hold when nothing is set', () => {
  const { budgets, requestsPerMinute, longestVideo } = configOf()
  expect(rowsOf('Limits').slice(0, 4)).toEqual([
    ['videos a minute', String(budgets.userMinute), String(budgets.allMinute)],
    ['videos a day', String(budgets.userDay), String(budgets.allDay)],
    ['calls a minute', String(requestsPerMinute), ''],
    ['seconds of a video', String(longestVideo), ''],
  ])
})

test('sessions and wrong tokens are bounded as it says', () => {
  const hour = 3_600_000
  const told = page.replaceAll(/\s+/g, ' ')
  expect(told).toContain(`- after ${idleEnd / hour} hours without a call`)
  expect(told).toContain(`- after ${longestSession / hour / 24} days,`)
  expect(told).toContain(`- when ${mostSessions} others are newer in use`)
  const { own, all } = guessRates
  expect([own.every, all.every]).toEqual([60_000, 1000])
  expect(told).toContain(`each client has ${own.most} wrong ones free and then 1 a minute`)
  expect(told).toContain(`all together ${all.most} and then 1 a second`)
})

test('every file that hashes or draws random numbers is listed with what for, and no other', () => {
  const uses = /\bcrypto\.(?:subtle|getRandomValues|randomUUID)\b|\bcreateHash\(|\brandomUUID\(/
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => uses.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
  const listed = rowsOf('Keys and cryptography').map(([file = '']) => file.replaceAll('`', ''))
  expect(listed.toSorted()).toEqual(files.toSorted())
})

test('the fields of the log are these', async () => {
  const { get, lines } = appOf(() => {
    throw Object.assign(new TypeError('fetch failed'), { code: 'ECONNREFUSED' })
  })
  await get('/api/v3/avatars')
  const fine = appOf(emptyPage)
  await fine.get('/api/v3/avatars')
  const seen = new Set(['time', ...[...lines, ...fine.lines].flatMap((line) => Object.keys(line))])
  expect(new Set(rowsOf('The log').map(([field = '']) => field.replaceAll('`', '')))).toEqual(seen)
})

test('the places it speaks to are named, and the policy knows no other', () => {
  const { baseUrl, mediaHosts } = configOf({ HEYGEN_API_KEY: 'k' })
  const [, connections = ''] = page.split('\n## Connections\n')
  for (const place of [baseUrl, ...mediaHosts])
    expect(connections.split('\n## ')[0]).toContain(`\`${place}\``)
  const named = contentSecurityPolicy(mediaHosts).match(/\b(?:https?|wss?):\/\/[^\s;]+/g)
  expect(new Set(named)).toEqual(new Set(mediaHosts))
})

test('every file that a rule is said to stand in is there', () => {
  const rows = [...rowsOf('What comes in, and what is taken'), ...rowsOf('Keys and cryptography')]
  const paths = rows.flatMap((cells) => cells.join(' ').match(/src\/[\w/.-]+/g) ?? [])
  expect(paths.length).toBeGreaterThan(20)
  for (const path of paths) expect(() => readdirSync(join(path, '..'))).not.toThrow()
  for (const path of paths.filter((one) => one.endsWith('.ts')))
    expect(readFileSync(path, 'utf8')).not.toBe('')
})

test('every setting that is read is in the README', () => {
  const text = ['config.ts', 'environment.ts']
    .map((name) => readFileSync(`src/server/${name}`, 'utf8'))
    .join('\n')
  const names = new Set(text.match(/(?<=env, ')[A-Z_]+(?=')/g))
  expect(names.size).toBeGreaterThan(20)
  expect([...names].filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
