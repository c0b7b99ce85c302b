import { readFileSync } from 'node:fs'

// npm run licences: every installed package with its version and licence, those that are shipped first.

interface Locked {
  version?: string
  license?: string
  dev?: boolean
  link?: boolean
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
)
const rows = Object.entries(packages)
  .filter(([path, { link }]) => path.includes('node_modules/') && !link)
  .map(([path, { version = '', license = 'none', dev = false }]) => ({
    name: `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${version}`,
    license,
    dev,
  }))
  .toSorted((a, b) => Number(a.dev) - Number(b.dev) || (a.name < b.name ? -1 : 1))

for (const { name, license, dev } of rows)
  process.stdout.write(`${license}\t${name}${dev ? '\t(development)' : ''}\n`)
