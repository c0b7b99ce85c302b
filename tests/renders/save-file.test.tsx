import { expect, test, vi } from 'vitest'
import { fileName, saveFile } from '#renders/save-file.ts'

test.each([
  ['Spring release', 'https://files.heygen.ai/v/a.mp4?Expires=1', 'Spring release.mp4'],
  ['  ../../etc/passwd\n', 'https://files.heygen.ai/a.webm', '.. .. etc passwd.webm'],
  ['Ünïcode 視頻 <b>', 'https://files.heygen.ai/original', 'Ünïcode 視頻 b.mp4'],
  ['', 'https://files.heygen.ai/a.SRT', 'video.srt'],
  ['x'.repeat(300), 'https://files.heygen.ai/a.mp4', `${'x'.repeat(80)}.mp4`],
])('%j from %s is saved as %s', (title, url, name) => {
  expect(fileName(title, url)).toBe(name)
})

test('a file of another host never takes the place of the page', () => {
  const targets: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    targets.push(`${this.target} ${this.rel}`)
  })
  saveFile('https://files.heygen.ai/a.mp4', 'a.mp4')
  saveFile(new URL('/a.mp4', location.href).href, 'a.mp4')
  expect(targets).toEqual(['_blank noopener', ' '])
})
