import { playback } from './playback.ts'
import { createPreviewSlot, type PreviewSlot } from './preview-slot.ts'

/** Milliseconds, but for `loops`. */
const previewTiming = {
  /** Rest on a card before its clip is asked for. */
  rest: 300,
  /** The same while previews are being browsed: another one played within `recent`. */
  restAgain: 120,
  recent: 1500,
  longest: 15_000,
  loops: 3,
}

export interface PreviewTarget {
  /** Where the clip is put, over the poster. */
  media: HTMLElement
  url: string
  /** Whose card it was. */
  cardId?: string | undefined
}

/** What says how its clip is doing; the style sheet asks the card, as `:has()` would look at every change in it. */
const cardOf = ({ media }: PreviewTarget) => media.closest<HTMLElement>('.card') ?? media

type State =
  | { kind: 'idle' }
  | { kind: 'armed'; target: PreviewTarget; timer: ReturnType<typeof setTimeout> }
  | { kind: 'loading'; target: PreviewTarget; slot: PreviewSlot; asked: boolean }
  | {
      kind: 'playing'
      target: PreviewTarget
      slot: PreviewSlot
      asked: boolean
      timer: ReturnType<typeof setTimeout>
    }

/**
 * The one place that plays clips in a grid: at most one playing, at most one loading. Hovering arms a clip and
 * plays it after a rest; `toggle` plays it at once.
 */
export class PreviewController {
  #state: State = { kind: 'idle' }
  readonly #slots: [PreviewSlot, PreviewSlot]
  #turn: 0 | 1 = 0
  #lastPlayed = Number.NEGATIVE_INFINITY
  /** Clips that failed are not asked for again. */
  readonly #failed = new Set<string>()

  constructor(slots: [PreviewSlot, PreviewSlot] = [createPreviewSlot(), createPreviewSlot()]) {
    this.#slots = slots
  }

  /** The pointer has come to rest on a card. */
  arm(target: PreviewTarget) {
    if (this.#state.kind !== 'idle' && this.#state.target.media === target.media) return
    this.stop()
    if (this.#failed.has(target.url)) return
    const recent = performance.now() - this.#lastPlayed < previewTiming.recent
    const rest = recent ? previewTiming.restAgain : previewTiming.rest
    this.#state = { kind: 'armed', target, timer: setTimeout(() => this.#load(target, false), rest) }
  }

  /** The pointer has left, or the page has begun to move. A clip that was asked for by `toggle` goes on. */
  leave() {
    const state = this.#state
    if ((state.kind === 'loading' || state.kind === 'playing') && state.asked) return
    this.stop()
  }

  /** Plays a clip now, or stops it where it is on. Says whether it is on. */
  toggle(target: PreviewTarget): boolean {
    const state = this.#state
    const on = (state.kind === 'loading' || state.kind === 'playing') && state.target.media === target.media
    this.stop()
    if (on) return false
    this.#failed.delete(target.url)
    this.#load(target, true)
    return true
  }

  /** Whether anything was on. */
  stop(): boolean {
    const state = this.#state
    if (state.kind === 'idle') return false
    playback.release(this.#yield)
    if (state.kind !== 'loading') clearTimeout(state.timer)
    if (state.kind !== 'armed') state.slot.release()
    if (state.kind === 'playing') this.#lastPlayed = performance.now()
    delete cardOf(state.target).dataset.preview
    this.#state = { kind: 'idle' }
    return state.kind !== 'armed'
  }

  /** Ends a clip whose card has left the page, or shows somebody else now. */
  sweep() {
    if (this.#state.kind === 'idle') return
    const { media, cardId } = this.#state.target
    const card = media.closest<HTMLElement>('.card')
    if (!media.isConnected || (card !== null && card.dataset.card !== cardId)) this.stop()
  }

  readonly #yield = () => void this.stop()

  #load(target: PreviewTarget, asked: boolean) {
    playback.claim(this.#yield)
    const slot = this.#slots[this.#turn]
    this.#turn = this.#turn === 0 ? 1 : 0
    this.#state = { kind: 'loading', target, slot, asked }
    cardOf(target).dataset.preview = 'loading'
    slot.show(target.media, target.url, {
      playing: () => this.#play(target, slot, asked),
      failed: () => {
        this.#failed.add(target.url)
        this.stop()
      },
    })
  }

  #play(target: PreviewTarget, slot: PreviewSlot, asked: boolean) {
    const loops = slot.duration * 1000 * previewTiming.loops
    const length = loops > 0 ? Math.min(loops, previewTiming.longest) : previewTiming.longest
    cardOf(target).dataset.preview = 'playing'
    this.#state = { kind: 'playing', target, slot, asked, timer: setTimeout(() => this.stop(), length) }
  }
}
