const asked = new URLSearchParams(location.search)

const filled = (template: string, url: string) =>
  template
    .replaceAll('{encoded whole}', encodeURIComponent(new URL(url, location.href).href))
    .replaceAll('{encoded}', encodeURIComponent(url))
    .replaceAll('{url}', url)

export interface Picture {
  src: string
  /** Empty where there is one file for every density. */
  srcset: string
  sizes: string
}

/**
 * A look's picture, null where it has none, as the app draws it: the address of this page says how, with the picture's own address left out.
 * Without that, the original.
 */
export const pictureOf = (url: string | null): Picture | null =>
  url === null
    ? null
    : {
        src: filled(asked.get('src') ?? '{url}', url),
        srcset: filled(asked.get('srcset') ?? '', url),
        sizes: asked.get('sizes') ?? '',
      }
