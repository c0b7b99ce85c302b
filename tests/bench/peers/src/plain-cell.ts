import { badgeOf, captionOf, clipMarkOf, nameOf } from './card-words.ts'
import { addressOf } from './look-address.ts'
import type { Look } from './looks.ts'
import { pictureOf } from './picture.ts'

export interface Cell {
  element: HTMLElement
  /** Index of the look it shows; -1 for none. */
  index: number
  show: (look: Look, index: number, transform: string) => void
  hide: () => void
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: Node[]) {
  const element = document.createElement(name)
  element.className = className
  element.append(...children)
  return element
}

/** One card's elements, made once and filled again for every look that comes to their place. */
export function createCell(width: number): Cell {
  const image = make('img', '')
  image.alt = ''
  image.decoding = 'async'
  image.draggable = false
  const [name, caption, status, clip] = ['', '', '', ''].map((text) => document.createTextNode(text))
  if (!name || !caption || !status || !clip) throw new Error('Four texts were made.')
  const link = make(
    'a',
    '',
    make('span', 'media', image),
    make('span', 'name', name),
    make('span', 'caption', caption),
  )
  link.draggable = false
  const element = make(
    'div',
    'card placed',
    link,
    make('span', 'badge status', status),
    make('span', 'badge clip', clip),
  )
  element.style.width = `${width}px`

  const cell: Cell = {
    element,
    index: -1,
    show(look, index, transform) {
      cell.index = index
      element.hidden = false
      element.style.transform = transform
      if (element.dataset['card'] === look.id) return
      element.dataset['card'] = look.id
      element.dataset['clip'] = look.preview_video_url ?? ''
      link.href = addressOf(look.id)
      const picture = pictureOf(look.preview_image_url)
      // Or the old look's picture would stay until the new one has come.
      image.removeAttribute('src')
      if (picture?.srcset) image.srcset = picture.srcset
      if (picture?.sizes) image.sizes = picture.sizes
      if (picture) image.src = picture.src
      image.hidden = picture === null
      name.data = nameOf(look)
      caption.data = captionOf(look)
      status.data = badgeOf(look)
      clip.data = clipMarkOf(look)
    },
    hide() {
      cell.index = -1
      element.hidden = true
      delete element.dataset['card']
    },
  }
  return cell
}
