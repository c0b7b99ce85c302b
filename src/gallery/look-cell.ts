import { captionOf, isNotReady, nameOf, statusWord } from '#looks/look-words.ts'
import { gridText } from '#messages/en-grid.ts'
import type { ListedLook } from '#search/protocol.ts'
import type { CardCell, CardCells, CellView } from './card-cells.ts'
import { CardNodes, make, makeButton, setAttribute, setHidden } from './card-nodes.ts'

/** One look in the grid. It has no handlers: the grid listens for all its cells. */
class LookCell implements CardCell<ListedLook> {
  readonly #nodes = new CardNodes()
  readonly root = this.#nodes.root
  readonly link = this.#nodes.link
  readonly #play = makeButton('play', 'play')
  #badge: HTMLElement | null = null
  #more: HTMLElement | null = null
  tools: CardCell<ListedLook>['tools'] = null

  constructor() {
    this.root.append(this.#play)
  }

  show(look: ListedLook, view: CellView, same: boolean) {
    const name = nameOf(look)
    const notReady = isNotReady(look.status)
    const clip = look.preview_video_url
    const { picture } = this.#nodes
    const wanted = { url: look.preview_image_url, name, lookId: look.id }
    if (same) picture.swap(wanted)
    else {
      this.#nodes.dropClip()
      picture.want(wanted, view.cellWidth)
    }
    this.#nodes.show(name, captionOf(look), view.marks?.(name) ?? null)
    if (this.tools?.name !== name || this.tools.create === notReady || !same)
      this.tools = { name, create: !notReady }
    setAttribute(this.root, 'data-clip', clip)
    // Not `hidden`: every other card has a clip, and the button would be laid out anew for each.
    this.#play.style.visibility = clip === null ? 'hidden' : ''
    this.#play.setAttribute('aria-label', gridText.play(name))
    this.#showBadge(notReady ? statusWord(look.status ?? '') : null)
    this.#showMore(look, view)
    const keys = `${clip === null ? '' : 'Space'} ${look.more ? '.' : ''}`.trim()
    setAttribute(this.link, 'aria-keyshortcuts', keys || null)
  }

  clear() {
    this.#nodes.clear()
    this.tools = null
    this.#play.style.visibility = 'hidden'
    this.#showBadge(null)
    this.#showMore(null, null)
  }

  ask(high: boolean) {
    this.#nodes.picture.ask(high)
  }

  #showBadge(word: string | null) {
    if (word === null && this.#badge === null) return
    this.#badge ??= this.root.appendChild(make('span', 'card-badge start'))
    setHidden(this.#badge, word === null)
    this.#badge.textContent = word
  }

  /** The way to the looks of the same person that are folded away under this one. */
  #showMore(look: ListedLook | null, view: CellView | null) {
    const more = look?.more ?? 0
    setAttribute(this.root, 'data-more', more > 0 ? '' : null)
    if (more === 0 && this.#more === null) return
    this.#more ??= this.root.appendChild(makeButton('more', 'unfold'))
    setHidden(this.#more, more === 0)
    const person = look?.group_id ? view?.personOf?.(look.group_id) : undefined
    this.#more.textContent = gridText.more(more)
    this.#more.setAttribute('aria-label', gridText.moreOf(more, person))
  }
}

export const lookId = (look: ListedLook) => look.id

export const lookCells: CardCells<ListedLook> = { create: () => new LookCell(), elements: 7 }
