import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Encoding } from './accept-encoding.ts'

interface DistFile {
  path: string
  size: number
  etag: string
}

export interface DistEntry extends DistFile {
  encoded: Partial<Record<Encoding, DistFile>>
}

const suffixes: [encoding: Encoding, suffix: string][] = [
  ['br', '.br'],
  ['gzip', '.gz'],
]

const isServed = (name: string) =>
  !name.startsWith('.') && !name.endsWith('.map') && !suffixes.some(([, suffix]) => name.endsWith(suffix))

async function facts(path: string, tag: string): Promise<DistFile> {
  const { size, mtimeMs } = await stat(path)
  return { path, size, etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}${tag}"` }
}

/**
 * Every file that may be served, by its address. Read once: what is not in the map does not exist, so no request
 * text ever becomes a path (traversal, dot-files, source maps, links out of the folder).
 */
export async function listDist(root: string): Promise<Map<string, DistEntry>> {
  const entries = new Map<string, DistEntry>()
  const walk = async (folder: string, address: string): Promise<void> => {
    const found = await readdir(folder, { withFileTypes: true })
    const names = new Set(found.map(({ name }) => name))
    for (const item of found) {
      if (!isServed(item.name)) continue
      const path = join(folder, item.name)
      const at = `${address}/${item.name}`
      if (item.isDirectory()) await walk(path, at)
      if (!item.isFile()) continue
      const encoded: DistEntry['encoded'] = {}
      for (const [encoding, suffix] of suffixes)
        if (names.has(item.name + suffix)) encoded[encoding] = await facts(path + suffix, `-${encoding}`)
      entries.set(at, { ...(await facts(path, '')), encoded })
    }
  }
  await walk(root, '')
  return entries
}
