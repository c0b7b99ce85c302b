import { expect, test } from 'vitest'
import { firstViewTags, type Bundle } from '#server/preload-first-view.ts'

const bundle: Bundle = {
  'assets/index-1.js': { type: 'chunk', imports: ['assets/base-1.js'], facadeModuleId: '/x/index.html' },
  'assets/base-1.js': { type: 'chunk', imports: [] },
  'assets/browse-1.js': {
    type: 'chunk',
    imports: ['assets/index-1.js', 'assets/list-1.js'],
    facadeModuleId: '/x/src/app/browse.tsx',
  },
  'assets/list-1.js': { type: 'chunk', imports: ['assets/base-1.js'] },
  'assets/late-1.js': { type: 'chunk', imports: [], facadeModuleId: '/x/src/app/late.tsx' },
  'assets/geist-latin-wght-normal-1.woff2': { type: 'asset' },
}

const html = `<head>
  <script type="module" crossorigin src="/assets/index-1.js"></script>
  <link rel="modulepreload" crossorigin href="/assets/base-1.js">
</head>`

test('the list’s code and the font are asked for with the entry, and nothing that the page names already', () => {
  expect(firstViewTags(html, bundle).map(({ attrs }) => [attrs?.['rel'], attrs?.['href']])).toEqual([
    ['modulepreload', '/assets/browse-1.js'],
    ['modulepreload', '/assets/list-1.js'],
    ['preload', '/assets/geist-latin-wght-normal-1.woff2'],
  ])
})
