import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A build's own files have a hash in their names. */
const hashed = /^.+-([\w-]{8})\.(?:js|css)$/

/** The same letters in another order: no name gets longer or shorter. */
const turned = (hash: string) => hash.slice(4) + hash.slice(0, 4)

/**
 * Makes the build in a folder the next one: the same code, every script and sheet under another name, and none under the
 * old one. As after a deployment, what an open page asks for by its old names is gone.
 */
export async function makeNextBuild(dist: string): Promise<void> {
  const assets = join(dist, 'assets')
  const names = await readdir(assets)
  const renamed = new Map<string, string>()
  for (const name of names) {
    const hash = hashed.exec(name)?.[1]
    if (hash !== undefined) renamed.set(name, name.replace(`-${hash}.`, `-${turned(hash)}.`))
  }
  const rewrite = async (path: string) => {
    const text = await readFile(path, 'utf8')
    await writeFile(
      path,
      text.replace(/[\w-]+\.(?:js|css)\b/g, (name) => renamed.get(name) ?? name),
    )
  }
  await Promise.all([
    rewrite(join(dist, 'index.html')),
    ...names.map(async (name) => {
      // What is compressed beside them holds the old names.
      if (/\.(?:br|gz)$/.test(name)) return rm(join(assets, name))
      const next = renamed.get(name)
      if (next === undefined) return undefined
      await rewrite(join(assets, name))
      return rename(join(assets, name), join(assets, next))
    }),
  ])
}

/** A deployment that went wrong: the page is there, and none of its code. */
export async function breakBuild(dist: string): Promise<void> {
  const assets = join(dist, 'assets')
  for (const name of await readdir(assets)) await rm(join(assets, name))
}
