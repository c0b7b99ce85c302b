import { expect, test } from 'vitest'
import { pictureQuery, templateOf } from './read-pictures.ts'

const origin = 'http://127.0.0.1:4000'
const url = '/sandbox/looks/ada-1.webp'
const template = (src: string, srcset = '') => templateOf({ src, srcset, sizes: '240px' }, url, origin)

test.each([
  [url, '{url}'],
  [origin + url, '{url}'],
  [`/pictures/480?u=${encodeURIComponent(url)}`, '/pictures/480?u={encoded}'],
  [`${origin}/pictures/480?u=${encodeURIComponent(url)}`, '/pictures/480?u={encoded}'],
  [`/pictures/480?u=${encodeURIComponent(origin + url)}`, '/pictures/480?u={encoded whole}'],
])('%s is drawn elsewhere as %s', (src, expected) => {
  expect(template(src)?.src).toBe(expected)
})

test('every candidate of a srcset is opened', () => {
  const encoded = encodeURIComponent(url)
  const drawn = template(url, `/pictures/240?u=${encoded} 1x, /pictures/480?u=${encoded} 2x`)
  expect(drawn?.srcset).toBe('/pictures/240?u={encoded} 1x, /pictures/480?u={encoded} 2x')
  expect(drawn?.sizes).toBe('240px')
})

test('a picture of another look tells nothing', () => {
  expect(template('/sandbox/looks/ben-2.webp')).toBeNull()
})

test('the address of a peer holds only what there is', () => {
  expect(pictureQuery({ src: '{url}', srcset: '', sizes: '' })).toBe('?src=%7Burl%7D')
})
