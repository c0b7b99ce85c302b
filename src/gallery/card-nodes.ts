import type { NameParts } from './card-cells.ts'
import { CellPicture } from './cell-picture.ts'

/** An element with a class. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string) {
  const element = document.createElement(tag)
  element.className = className
  return element
}

/** A button on a card, for pointers: keys reach the same otherwise. */
export function makeButton(kind: string, action: string): HTMLButtonElement {
  const button = make('button', `card-button ${kind}`)
  button.type = 'button'
  button.dataset.action = action
  button.tabIndex = -1
  return button
}

export function setHidden(element: HTMLElement, hidden: boolean) {
  if (element.hidden !== hidden) element.hidden = hidden
}

/** Sets an attribute, or takes it away; browsers do work for a value that is the same. */
export function setAttribute(element: Element, name: string, value: string | null) {
  if (element.getAttribute(name) === value) return
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

/** What is written from right to left. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufefc]/

/**
 * Writes into the text node that is there: a new one is styled and laid out anew. But in one that is kept, a name in
 * Hebrew after one in Latin counts as a layout shift.
 */
function setText(element: HTMLElement, text: string) {
  const node = element.firstChild
  if (node instanceof Text && !node.nextSibling && !fromRight.test(node.data + text)) node.data = text
  else element.textContent = text
}

/** What every card is made of: a link with a picture, a name and a quiet line. */
export class CardNodes {
  readonly root = make('div', 'card')
  readonly link = make('a', 'card-link')
  readonly media = make('span', 'media block')
  readonly picture = new CellPicture()
  readonly #name = make('span', 'card-name')
  readonly #caption = make('span', 'card-caption')

  constructor() {
    this.root.setAttribute('role', 'gridcell')
    this.link.draggable = false
    this.media.append(this.picture.image)
    this.link.append(this.media, this.#name, this.#caption)
    this.root.append(this.link)
  }

  show(name: string, caption: string, parts: NameParts | null) {
    if (parts) this.#name.replaceChildren(...parts.map(markedPart))
    else setText(this.#name, name)
    setText(this.#caption, caption)
  }

  /** Takes off a clip that was played here: its fading out must not be seen on the next item. */
  dropClip() {
    this.media.querySelector('.preview')?.remove()
  }

  clear() {
    this.dropClip()
    this.picture.clear()
    this.show('', '', null)
    setAttribute(this.root, 'data-clip', null)
    setAttribute(this.link, 'aria-keyshortcuts', null)
  }
}

function markedPart({ text, marked }: NameParts[number]): Node | string {
  if (!marked) return text
  const mark = document.createElement('mark')
  mark.textContent = text
  return mark
}
