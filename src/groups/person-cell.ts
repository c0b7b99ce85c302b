import type { CardCell, CardCells, CellView } from '#gallery/card-cells.ts'
import { CardNodes, make, setAttribute, setHidden } from '#gallery/card-nodes.ts'
import { CellPicture, type WantedPicture } from '#gallery/cell-picture.ts'
import { genderWord, isNotReady, nameOf, orientationWord, statusWord, typeWord } from '#looks/look-words.ts'
import { gridText } from '#messages/en-grid.ts'
import { text } from '#messages/en.ts'
import type { ListedPerson } from '#search/protocol.ts'
import { thumbsFor, thumbSize } from './thumbs.ts'

/** One person in the grid: the look that fits best as the cover, and a strip of others to look through. */
class PersonCell implements CardCell<ListedPerson> {
  readonly #nodes = new CardNodes()
  readonly root = this.#nodes.root
  readonly link = this.#nodes.link
  readonly tools = null
  readonly #badge = make('span', 'card-badge end')
  readonly #strip = make('span', 'thumbs')
  readonly #rest = make('span', 'thumb-rest')
  readonly #thumbs: CellPicture[] = []
  #person: ListedPerson | null = null
  #cover = 0

  constructor() {
    this.#strip.setAttribute('aria-hidden', 'true')
    this.#nodes.media.append(this.#badge, this.#strip)
  }

  show(person: ListedPerson, view: CellView, same: boolean) {
    const { group, looks } = person
    const name = nameOf(group)
    this.#person = person
    if (!same) {
      this.#nodes.dropClip()
      this.#nodes.picture.want(coverOf(person, 0), view.cellWidth)
    }
    this.step(null)
    this.#nodes.show(name, captionOf(person), view.marks?.(name) ?? null)
    const count = looks.length > 0 ? person.count : group.looks_count
    setHidden(this.#badge, count === null)
    this.#badge.textContent = count === null ? '' : text.count.looks(count, false)
    setAttribute(this.root, 'data-clip', group.preview_video_url)
    const keys = [group.preview_video_url && 'Space', looks.length > 1 && ', .'].filter(Boolean).join(' ')
    setAttribute(this.link, 'aria-keyshortcuts', keys || null)
    this.#showThumbs(person, view)
  }

  clear() {
    this.#nodes.clear()
    this.#person = null
    setHidden(this.#badge, true)
    this.#strip.replaceChildren()
  }

  ask(high: boolean) {
    this.#nodes.picture.ask(high)
    for (const thumb of this.#thumbs) thumb.ask(false)
  }

  step(by: number | null) {
    if (!this.#person) return
    const count = Math.max(1, this.#person.looks.length)
    this.#cover = by === null ? 0 : (this.#cover + by + count) % count
    this.#nodes.picture.swap(coverOf(this.#person, this.#cover))
    for (const [at, { image }] of this.#thumbs.entries())
      setAttribute(image, 'data-on', by !== null && at === this.#cover ? '' : null)
  }

  point(target: Element) {
    const at = this.#thumbs.findIndex(({ image }) => image === target)
    if (at >= 0) this.step(at - this.#cover)
  }

  #showThumbs({ looks, count }: ListedPerson, { cellWidth }: CellView) {
    const { shown, rest } = thumbsFor(looks.length, count, cellWidth)
    for (const thumb of this.#thumbs.splice(shown)) thumb.clear()
    for (const [at, look] of looks.slice(0, shown).entries()) {
      const thumb = (this.#thumbs[at] ??= new CellPicture())
      thumb.want({ url: look.preview_image_url, name: nameOf(look), lookId: look.id }, thumbSize)
    }
    this.#rest.textContent = gridText.rest(rest)
    this.#strip.replaceChildren(
      ...this.#thumbs.map(({ element }) => element),
      ...(rest > 0 ? [this.#rest] : []),
    )
  }
}

export const personCells: CardCells<ListedPerson> = { create: () => new PersonCell(), elements: 13 }

function coverOf({ group, looks }: ListedPerson, at: number): WantedPicture {
  const look = looks[at]
  if (look) return { url: look.preview_image_url, name: nameOf(look), lookId: look.id }
  return { url: group.preview_image_url, name: nameOf(group), lookId: null }
}

/** Types and shapes of the looks that match; before they are known, what HeyGen says of the person. */
function captionOf({ group, types, shapes }: ListedPerson): string {
  const kinds = [types.map(typeWord).join(', '), shapes.map(orientationWord).join(', ')].filter(Boolean)
  const known = kinds.length > 0 ? kinds : [group.gender && genderWord(group.gender)]
  return [...known, isNotReady(group.status) && statusWord(group.status)].filter(Boolean).join(' · ')
}
