import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { expect, test, vi } from 'vitest'
import { fileName, saveFile } from '#renders/save-file.ts'
import { server } from '../sandbox-server.ts'

test.each([
  ['Spring release', 'https://files.heygen.ai/v/a.mp4?Expires=1', 'Spring release.mp4'],
  ['  ../../etc/passwd\n', 'https://files.heygen.ai/a.webm', '.. .. etc passwd.webm'],
  ['Ünïcode 視頻 <b>', 'https://files.heygen.ai/original', 'Ünïcode 視頻 b.mp4'],
  ['', 'https://files.heygen.ai/a.SRT', 'video.srt'],
  ['x'.repeat(300), 'https://files.heygen.ai/a.mp4', `${'x'.repeat(80)}.mp4`],
])('%j from %s is saved as %s', (title, url, name) => {
  expect(fileName(title, url)).toBe(name)
})

/** Every link that is followed from now on. */
function watchLinks(): HTMLAnchorElement[] {
  const links: HTMLAnchorElement[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this)
  })
  return links
}

test('a file of another host never takes the place of the page', async () => {
  const links = watchLinks()
  await saveFile('https://files.heygen.ai/a.mp4', 'a.mp4')
  expect(links.map(({ href, target, rel }) => [href, target, rel])).toEqual([
    ['https://files.heygen.ai/a.mp4', '_blank', 'noopener'],
  ])
})

test('a file of this origin is read by the page, and by its address where that fails', async () => {
  const links = watchLinks()
  const made = vi.fn<(blob: Blob) => string>(() => 'blob:made')
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: vi.fn<() => void>() }))
  server.use(
    http.get('*/a.srt', () => HttpResponse.text('1')),
    http.get('*/gone.srt', () => new HttpResponse(null, { status: 404 })),
  )
  const gone = new URL('/gone.srt', location.href).href
  await saveFile(new URL('/a.srt', location.href).href, 'a.srt')
  await saveFile(gone, 'gone.srt')
  expect(links.map(({ href, download, target }) => [href, download, target])).toEqual([
    ['blob:made', 'a.srt', ''],
    [gone, 'gone.srt', ''],
  ])
  expect(await made.mock.calls[0]?.[0].text()).toBe('1')
})
