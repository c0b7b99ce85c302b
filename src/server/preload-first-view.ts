import type { HtmlTagDescriptor, Plugin } from 'vite'

/** What the first view needs although index.html does not name it, in the order it is needed. */
const modules = ['/src/app/app.tsx', '/src/app/browse.tsx']
const font = /^assets\/geist-latin-wght-normal-.*\.woff2$/

/** As much as is read here of what the bundler gives, by the names of the files. */
export type Bundle = Record<
  string,
  { type: 'chunk' | 'asset'; imports?: string[]; facadeModuleId?: string | null }
>

/** A chunk and all that it imports, however deep: each level that is left out is found only when the one before runs. */
function withImports(file: string, bundle: Bundle, found = new Set<string>()): Set<string> {
  const item = bundle[file]
  if (item?.type !== 'chunk' || found.has(file)) return found
  found.add(file)
  for (const name of item.imports ?? []) withImports(name, bundle, found)
  return found
}

/** What is to be asked for along with the entry and is not named in `html` already. */
export function firstViewTags(html: string, bundle: Bundle): HtmlTagDescriptor[] {
  const tags: HtmlTagDescriptor[] = []
  const chunks = new Set<string>()
  for (const module of modules)
    for (const [file, item] of Object.entries(bundle))
      if (item.facadeModuleId?.endsWith(module)) withImports(file, bundle, chunks)
  for (const name of chunks)
    if (!html.includes(`"/${name}"`))
      tags.push({
        tag: 'link',
        // What draws the first cards comes first.
        attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/${name}` },
        injectTo: 'head',
      })
  for (const file of Object.keys(bundle)) {
    if (font.test(file))
      tags.push({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
      })
  }
  return tags
}

/** Has the browser ask for the list's code and the text's font along with the entry, not after it. */
export function preloadFirstView(): Plugin {
  return {
    name: 'preload-first-view',
    apply: 'build',
    transformIndexHtml: {
      // After the small scripts that the page blocks on or asks for looks with: connections are few.
      order: 'post',
      handler: (html, { bundle = {} }) => firstViewTags(html, bundle),
    },
  }
}
