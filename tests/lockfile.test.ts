import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  license?: string
  integrity?: string
  resolved?: string
  link?: boolean
  dev?: boolean
  hasInstallScript?: boolean
  os?: string[]
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
)
const own: Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>> & {
  allowScripts: Record<string, boolean>
} = JSON.parse(readFileSync('package.json', 'utf8'))

const installed = Object.entries(packages).filter(
  ([path, { link }]) => path.startsWith('node_modules/') && !link,
)
const named = (wrong: [path: string, locked: Locked][]) => wrong.map(([path]) => path)

/** What may be used, changed and passed on; LGPL is libvips, loaded as a library of its own beside sharp. */
const permissive =
  /^\(?(?:MIT|ISC|0BSD|CC0-1\.0|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1|MIT OR CC0-1\.0)\)?$/
const weak = /^(?:MPL-2\.0|(?:Apache-2\.0 AND )?LGPL-3\.0-or-later(?: AND MIT)?)$/

test('every package is bound to its bytes, and to no address', () => {
  expect(installed.length).toBeGreaterThan(200)
  expect(named(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')))).toEqual([])
  expect(named(installed.filter(([, { resolved }]) => resolved !== undefined))).toEqual([])
})

test('every version is exact', () => {
  const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('nothing runs when it is installed', () => {
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript)
  const names = scripted.map(([path]) =>
    path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  )
  expect(names.filter((name) => own.allowScripts[name] !== false)).toEqual([])
})

test('every licence is permissive, but for libraries that stay apart', () => {
  const other = installed.filter(([, { license = '' }]) => !permissive.test(license))
  expect(
    other.filter(([, { license = '' }]) => !weak.test(license)).map(([path, { license }]) => [path, license]),
  ).toEqual([])
  const shipped = other.filter(([path, { dev }]) => !dev && !path.includes('@img/sharp'))
  expect(named(shipped)).toEqual([])
})
