import type { HtmlTagDescriptor, Plugin } from 'vite'

/** What the first view needs although index.html does not name it. */
const module = '/src/app/browse.tsx'
const font = /^assets\/geist-latin-wght-normal-.*\.woff2$/

/** Has the browser ask for the list's code and the text's font along with the entry, not after it. */
export function preloadFirstView(): Plugin {
  return {
    name: 'preload-first-view',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const tags: HtmlTagDescriptor[] = []
        for (const [file, item] of Object.entries(bundle)) {
          const href = `/${file}`
          if (item.type === 'chunk' && item.facadeModuleId?.endsWith(module))
            for (const name of [file, ...item.imports])
              tags.push({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` } })
          if (font.test(file))
            tags.push({
              tag: 'link',
              attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href },
            })
        }
        return tags
      },
    },
  }
}
