// What the picture route saves: npm run bench:pictures, after a build. Writes tests/bench/PICTURES.md.
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { measureFormats, type FormatRow } from './picture-formats.ts'
import { measurePage, type Cell, type Measured } from './picture-page.ts'
import { startServer } from './picture-server.ts'
import { demoPictures, readDemo, serveStills } from './picture-stills.ts'

const cards = 200
/** A cell of the grid's usual density in a window of 1440 px, and the box that src/looks/picture-source.ts takes. */
const cellWidth = 227
const box = 256

const small = (address: string): Cell => {
  const of = (width: number) => `/pictures/${width}?u=${encodeURIComponent(address)}`
  return { src: of(box), srcset: `${of(box)} ${box}w, ${of(2 * box)} ${2 * box}w` }
}

interface Row {
  name: string
  density: number
  without: Measured
  with: Measured
  empty: number
}

async function compare(name: string, origin: string, urls: readonly string[], addresses: readonly string[]) {
  const rows: Row[] = []
  for (const density of [1, 2]) {
    const page = { width: cellWidth, density }
    const empty = await measurePage(origin, [], page)
    const without = await measurePage(
      origin,
      urls.map((src) => ({ src })),
      page,
    )
    // Once to fill the cache, as whoever came before did.
    await measurePage(origin, addresses.map(small), page)
    const measured = await measurePage(origin, addresses.map(small), page)
    rows.push({ name, density, without, with: measured, empty: empty.memory })
    process.stdout.write(`${name}, density ${density}: done\n`)
  }
  return rows
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)} %`

function saved(rows: readonly Row[]): string {
  const lines = rows.map(({ name, density, without, with: route, empty }) =>
    [
      name,
      `${density}x`,
      `${kilobytes(without.bytes)} → ${kilobytes(route.bytes)}, ${share(route.bytes, without.bytes)}`,
      `${without.decode.toFixed(0)} → ${route.decode.toFixed(0)} ms, ${share(route.decode, without.decode)}`,
      `${megabytes(without.memory)} → ${megabytes(route.memory)}, ${share(route.memory, without.memory)}`,
      `${megabytes(without.memory - empty)} → ${megabytes(route.memory - empty)}, ${share(route.memory - empty, without.memory - empty)}`,
    ].join(' | '),
  )
  return `| pictures | density | bytes | decoding all | renderer memory (PSS) | the same above an empty page |
| --- | --- | --- | --- | --- | --- |
${lines.map((line) => `| ${line} |`).join('\n')}`
}

function formats(name: string, rows: readonly FormatRow[]): string {
  const lines = rows.map(
    ({ name: format, bytes, encode, decode }) =>
      `| ${name} | ${format} | ${(bytes / 1024).toFixed(1)} KB | ${encode.toFixed(0)} ms | ${decode.toFixed(1)} ms |`,
  )
  return lines.join('\n')
}

const sample = <T>(all: readonly T[]) => all.filter((_, at) => at % 10 === 0)

const stills = await serveStills(cards)
const server = await startServer({
  HEYGEN_API_KEY: 'bench',
  HEYGEN_BASE_URL: stills.origin,
  MEDIA_HOSTS: stills.origin,
})
try {
  const demo = await demoPictures()
  // The demo has 112; the rest come again, as they do in the sandbox.
  const paths = Array.from({ length: cards }, (_, at) => `/sandbox/looks/${demo[at % demo.length]}`)
  const rows = [
    ...(await compare('HeyGen-size stills', server.origin, stills.urls, stills.urls)),
    ...(await compare('demo', server.origin, paths, paths)),
  ]
  const formatRows = [
    formats(
      'HeyGen-size stills',
      await measureFormats(await Promise.all(sample(stills.urls).map(stills.read)), box),
    ),
    formats('demo', await measureFormats(await Promise.all(sample(demo).map(readDemo)), box)),
  ]
  const text = `# Pictures at the size they are drawn

Written by \`npm run bench:pictures\`; ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}, load average ${loadavg()[0]?.toFixed(0)}. Only ratios mean anything, and times only where the load is below the cores.

${cards} cards of ${cellWidth} px (4:5), all in one page, scrolled through once, in a browser of their own for each row; from the originals → from \`/pictures\`. HeyGen-size stills are WebP of 1920x1080 and 1280x720 by turns (quality 80), enlarged from the demo's pictures and sharpened; real photos hold more detail, so more bytes. The demo's own pictures are 768x432 to 640x640 at some 12 KB, little more than a cell needs, and every one after the 112th is a repeat that costs no memory.

${saved(rows)}

Decoding is \`createImageBitmap\` of every picture, one after the other.

## Formats, for the box of ${box} px

Means of one picture; encoding includes reading and resizing the original.

| pictures | format | bytes | encode | decode in Chromium |
| --- | --- | --- | --- | --- |
${formatRows.join('\n')}

WebP at effort 2 comes first in \`src/server/picture-format.ts\`.
`
  await writeFile(new URL('PICTURES.md', import.meta.url), text)
  process.stdout.write(`\n${text}`)
} finally {
  await server.close()
  await stills.close()
}
