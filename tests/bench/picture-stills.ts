import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { projectFolder } from '../e2e/servers.ts'

const looks = join(projectFolder, 'public/sandbox/looks')

/** The demo's own pictures, by file name. */
export async function demoPictures(): Promise<string[]> {
  return (await readdir(looks)).filter((name) => name.endsWith('.webp')).toSorted()
}

export const readDemo = (name: string) => readFile(join(looks, name))

/** As HeyGen lists its looks: photo looks are 1920x1080, studio looks mostly 1280x720. */
const shapes = [
  [1920, 1080],
  [1280, 720],
] as const

/** WebP stills of HeyGen's sizes, made from the demo's pictures, on a loopback host; `close` takes them away. */
export async function serveStills(count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'lookbook-stills-'))
  const demo = await demoPictures()
  const names: string[] = []
  for (let at = 0; at < count; at += 1) {
    const [width, height] = shapes[at % shapes.length] ?? shapes[0]
    const source = await readDemo(demo[at % demo.length] ?? '')
    const name = `${at}.webp`
    // Sharpened, since what is enlarged is smoother than a photo and would be smaller in bytes.
    const still = sharp(source).resize(width, height, { position: 'top' }).sharpen({ sigma: 1.2 })
    await writeFile(join(folder, name), await still.webp({ quality: 80, effort: 2 }).toBuffer())
    names.push(name)
  }
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1)
    if (!names.includes(name)) {
      response.writeHead(404).end()
      return
    }
    // The bench reads them back, to know what they weigh and how long they take to decode.
    const headers = { 'content-type': 'image/webp', 'access-control-allow-origin': '*' }
    void readFile(join(folder, name)).then((bytes) => response.writeHead(200, headers).end(bytes))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    urls: names.map((name) => `${origin}/${name}`),
    read: (url: string) => readFile(join(folder, url.slice(origin.length + 1))),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}
