import type { IndexHtmlTransformContext, Plugin, Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { preloadFirstView } from '#server/preload-first-view.ts'

/** As much of a chunk as the plugin reads. */
const chunk = (imports: string[], facadeModuleId: string | null = null) =>
  ({ type: 'chunk', imports, facadeModuleId }) as unknown as Rolldown.OutputChunk

const bundle: Rolldown.OutputBundle = {
  'assets/index-1.js': chunk(['assets/base-1.js'], '/x/index.html'),
  'assets/base-1.js': chunk([]),
  'assets/browse-1.js': chunk(['assets/index-1.js', 'assets/list-1.js'], '/x/src/app/browse.tsx'),
  'assets/list-1.js': chunk(['assets/base-1.js']),
}

const html = `<head>
  <script type="module" crossorigin src="/assets/index-1.js"></script>
  <link rel="modulepreload" crossorigin href="/assets/base-1.js">
</head>`

function preloaded({ transformIndexHtml: hook }: Plugin): unknown {
  if (typeof hook !== 'object' || !('handler' in hook)) throw new Error('It transforms nothing.')
  const transform = hook.handler as (html: string, context: Partial<IndexHtmlTransformContext>) => unknown
  return transform(html, { bundle })
}

test('the list’s code is asked for with the entry, and nothing that the page names already', () => {
  expect(preloaded(preloadFirstView())).toEqual(
    ['browse-1.js', 'list-1.js'].map((name) => ({
      tag: 'link',
      attrs: { rel: 'modulepreload', crossorigin: true, href: `/assets/${name}` },
      injectTo: 'head',
    })),
  )
})
