import type { GridBody } from '#gallery/grid-body.ts'
import { idAt } from '#gallery/grid-content.ts'
import { indexFeed } from '#gallery/index-feed.ts'
import { selectionText as words } from '#messages/en-selection.ts'
import type { ListedLook } from '#search/protocol.ts'
import { notify } from '#ui/notices.ts'
import { addLooks, toggleLook } from './add-looks.ts'
import { rangeBetween, readRange, type Range } from './range.ts'
import { selection } from './selection.ts'

interface Anchor {
  id: string
  /** Where it was in the list of that name. */
  index: number
  list: string | null
}

/** A range that the arrows are extending. */
interface Stretch {
  from: number
  to: number
  /** What it has selected. */
  added: Set<string>
  /** The selection as it left it; null while its rows are being read. */
  left: readonly string[] | null
}

/** One name, one list of the index. */
const listName = () => indexFeed.read().feed?.question.key ?? null

async function readIds(from: number, to: number): Promise<string[]> {
  const rows = indexFeed.read().feed?.rows
  if (rows?.by !== 'looks') throw new Error('The index does not list these looks.')
  return (await rows.read(from, to)).map(({ id }) => id)
}

/** Selects in the list that a grid shows: one look, a range from the last one toggled, or as far as the arrows go. */
export class GridPicks {
  readonly #body: () => GridBody<ListedLook> | null
  #anchor: Anchor | null = null
  #stretch: Stretch | null = null
  /** Only the last of several ranges that are being read counts. */
  #reading = 0

  constructor(body: () => GridBody<ListedLook> | null) {
    this.#body = body
  }

  toggle(index: number) {
    const id = this.#idAt(index)
    if (id === null) return
    this.#stretch = null
    this.#anchorAt(index)
    toggleLook(id)
  }

  /** Selects what is between the last one toggled and this one, both among them. */
  async selectTo(index: number) {
    const range = this.rangeTo(index)
    if (!range) return this.toggle(index)
    this.#stretch = null
    const ids = await this.#read(range)
    if (ids) addLooks(ids)
    return undefined
  }

  /** What `selectTo` would select; null where that is this one look alone. */
  rangeTo(index: number): Range | null {
    const from = selection.rules().max === 1 ? null : this.#anchorIndex()
    return from === null ? null : rangeBetween(from, index)
  }

  /**
   * Has the range that the arrows are extending reach from row `from`, where it ends, to another; what is no longer in
   * it is let go. Where they extend none, one begins at `from`.
   */
  async stretch(from: number, to: number) {
    if (selection.rules().max === 1) return
    const last = this.#stretch
    const goesOn = last?.to === from && (last.left === null || last.left === selection.read())
    const stretch = goesOn ? last : { from: this.#anchorAt(from), to, added: new Set<string>(), left: null }
    this.#stretch = stretch
    stretch.to = to
    stretch.left = null
    const ids = await this.#read(rangeBetween(stretch.from, to))
    if (!ids || this.#stretch !== stretch) return
    const wanted = new Set(ids)
    selection.remove([...stretch.added].filter((id) => !wanted.has(id)))
    const fresh = ids.filter((id) => !selection.has(id))
    stretch.added = new Set([...stretch.added, ...fresh].filter((id) => wanted.has(id)))
    addLooks(fresh)
    stretch.left = selection.read()
  }

  #idAt(index: number): string | null {
    const content = this.#body()?.content
    return content ? idAt(content, index) : null
  }

  #anchorAt(index: number): number {
    const id = this.#idAt(index)
    this.#anchor = id === null ? null : { id, index, list: listName() }
    return index
  }

  #anchorIndex(): number | null {
    const content = this.#body()?.content
    if (!this.#anchor || !content) return null
    const { id, index, list } = this.#anchor
    const there = idAt(content, index)
    if (there === id) return index
    // Its row was let go of since, and nothing else has its place.
    if (there === null && index < content.items.length && list === listName()) return index
    const found = content.items.findIndex((item) => item !== undefined && content.idOf(item) === id)
    return found < 0 ? null : found
  }

  /** Null where another range was asked for meanwhile. */
  async #read({ from, to }: Range): Promise<string[] | null> {
    const reading = ++this.#reading
    const known = Array.from({ length: to - from }, (_, at) => this.#idAt(from + at))
    const { ids, whole } = await readRange(known, from, readIds)
    if (reading !== this.#reading) return null
    if (!whole) notify({ title: words.rangeBroke })
    return ids
  }
}
