import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const script = readFileSync('public/theme.js', 'utf8')
const page = readFileSync('index.html', 'utf8')

beforeEach(() => {
  document.body.innerHTML = new DOMParser().parseFromString(page, 'text/html').body.innerHTML
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** Runs the page's first script as a browser does, then ends the page's parsing. */
function load(lacking: Record<string, unknown> = {}) {
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the script as it is served
  new Function(...Object.keys(lacking), script)(...Object.values(lacking))
  document.dispatchEvent(new Event('DOMContentLoaded'))
  return document.querySelector('[role=alert]')
}

test('a browser that has all the app needs reads nothing of others', () => {
  expect(load()).not.toBeVisible()
})

test.each([
  ['Promise', 'withResolvers'],
  ['Map', 'groupBy'],
  ['AbortSignal', 'any'],
  ['Intl', 'Segmenter'],
  ['URL', 'canParse'],
])('a browser whose %s has no %s is told which ones do', (object, name) => {
  expect(script).toContain(`'${name}' in ${object}`)
  expect(load({ [object]: {} })).toBeVisible()
  expect(document.querySelector('[role=alert]')).toHaveTextContent(/newer browser: Chrome or Edge 120/)
})

test('a browser without even the object is told too', () => {
  expect(load({ AbortSignal: undefined })).toBeVisible()
})

test('browsers of any age can read the script', () => {
  expect(script).not.toMatch(/=>|\b(?:const|let)\b|\?\.|\?\?|catch \{|`/)
})
