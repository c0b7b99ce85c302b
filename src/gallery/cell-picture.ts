import { initialsOf } from '#looks/look-words.ts'
import { firstAttempt, type PictureAttempt } from '#looks/picture-attempt.ts'

export interface WantedPicture {
  url: string | null
  /** For the initials that stand in for it. */
  name: string
  /** Where a fresh link can be asked for. */
  lookId: string | null
}

/** What to try where a picture failed, drawn so wide in CSS pixels; null where nothing is left. */
export type TryNext = (
  lookId: string | undefined,
  failed: PictureAttempt,
  drawnWidth: number,
) => Promise<PictureAttempt | null>

const pictures = new WeakMap<EventTarget, CellPicture>()

/**
 * A picture in a cell, or a quiet placeholder with initials, after the rules of looks/picture.tsx. The cell is used
 * for one person after another: no picture outlives what it was wanted for, not for a frame.
 */
export class CellPicture {
  readonly image = document.createElement('img')
  #initials: HTMLElement | null = null
  #wanted: WantedPicture | null = null
  #width = 0
  #shown: PictureAttempt | null = null

  constructor() {
    this.image.alt = ''
    this.image.decoding = 'async'
    this.image.draggable = false
    pictures.set(this.image, this)
  }

  /** What stands for it now: the picture, or the initials. */
  get element(): HTMLElement {
    return this.#initials ?? this.image
  }

  /** Blank from now on, until it is asked for. The same picture stays as it is. */
  want(wanted: WantedPicture, cellWidth: number) {
    this.#width = cellWidth
    if (this.#wanted?.url !== wanted.url) this.clear()
    this.#wanted = wanted
    if (wanted.url === null) this.#giveUp()
  }

  ask(high: boolean) {
    if (this.#shown !== null || !this.#wanted?.url) return
    const priority = high ? 'high' : 'auto'
    if (this.image.fetchPriority !== priority) this.image.fetchPriority = priority
    this.#load(firstAttempt(this.#wanted.url, this.#width))
    // Fades in only what has to be waited for: a cached picture is there at once, and the page's first ones come with it.
    if (!high && !this.image.complete) this.image.className = 'late'
  }

  /** Another picture of the same person: the one before stays until it is there. */
  swap(wanted: WantedPicture) {
    if (this.#wanted?.url === wanted.url) return
    if (this.#shown === null || wanted.url === null) return this.want(wanted, this.#width)
    this.#wanted = wanted
    this.#load(firstAttempt(wanted.url, this.#width))
  }

  clear() {
    this.#wanted = null
    if (this.#shown !== null) {
      this.#shown = null
      this.#drop()
      if (this.image.className !== '') this.image.className = ''
    }
    this.#initials?.replaceWith(this.image)
    this.#initials = null
  }

  async failed(tryNext: TryNext) {
    const [wanted, shown] = [this.#wanted, this.#shown]
    if (!wanted?.url || shown === null) return
    const next = await tryNext(wanted.lookId ?? undefined, shown, this.#width)
    if (this.#wanted?.url !== wanted.url || this.#shown !== shown) return
    if (next === null) this.#giveUp()
    else this.#load(next)
  }

  #load(attempt: PictureAttempt) {
    this.#shown = attempt
    const { src, srcset, sizes } = attempt.source
    // The picture before stays until this one is there.
    if (srcset === undefined || sizes === undefined) this.image.removeAttribute('srcset')
    else {
      if (this.image.sizes !== sizes) this.image.sizes = sizes
      this.image.srcset = srcset
    }
    this.image.src = src
  }

  /** Lets go of the file, and of its download where that is still going on. */
  #drop() {
    this.image.removeAttribute('srcset')
    this.image.removeAttribute('src')
  }

  #giveUp() {
    this.#initials ??= document.createElement('span')
    this.#initials.className = 'placeholder'
    this.#initials.setAttribute('aria-hidden', 'true')
    this.#initials.textContent = initialsOf(this.#wanted?.name ?? '')
    this.image.replaceWith(this.#initials)
  }
}

/**
 * Follows the pictures in `root`: late ones fade in, failed ones are tried otherwise, those that have failed already too.
 * Gives the function that ends it.
 */
export function watchPictures(root: HTMLElement, tryNext: TryNext) {
  const listening = new AbortController()
  // Neither event bubbles.
  const options = { capture: true, signal: listening.signal }
  root.addEventListener(
    'load',
    ({ target }) => target instanceof HTMLImageElement && target.classList.remove('late'),
    options,
  )
  root.addEventListener(
    'error',
    ({ target }) => void (target && pictures.get(target)?.failed(tryNext)),
    options,
  )
  for (const image of root.querySelectorAll('img'))
    if (image.currentSrc && image.complete && image.naturalWidth === 0)
      void pictures.get(image)?.failed(tryNext)
  return () => listening.abort()
}
