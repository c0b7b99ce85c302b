import {
  moveClock,
  newClock,
  paceClock,
  placeIn,
  startClock,
  stopClock,
  timeAt,
  timelineOf,
  type Clock,
} from './clock.ts'
import { rateFor } from './drift.ts'

export interface SyncState {
  /** Asked for; whether anything moves is `waiting`'s matter. */
  playing: boolean
  /** A clip is not ready, and the others wait for it. */
  waiting: boolean
  /** Seconds; 0 until a clip has told its own. */
  length: number
  clips: number
}

/** Milliseconds between two looks at the clips while they play. */
const tick = 100
/** Seconds: half a frame of 30 in a second. Nearer than that is the same picture. */
const samePlace = 1 / 60
/** Seconds before its end within which a clip has no more data to wait for. */
const nearEnd = 0.15
const frame = 1 / 30

const events = ['loadedmetadata', 'canplay', 'seeked', 'waiting', 'pause', 'ended'] as const

/** Whether the file is there from where a clip stands to a little further. */
function isLoaded({ buffered, currentTime, duration }: HTMLVideoElement) {
  for (let at = 0; at < buffered.length; at++)
    if (buffered.start(at) <= currentTime && buffered.end(at) >= Math.min(currentTime + nearEnd, duration))
      return true
  return false
}

/** WebKit says that a clip at rest has its current data and no more, even where the whole file is there. */
const enough = (video: HTMLVideoElement) =>
  !video.seeking &&
  (video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA ||
    (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA &&
      (video.currentTime >= video.duration - nearEnd || isLoaded(video))))

/** Resolves once a clip is seen to move. */
const moves = (video: HTMLVideoElement, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const from = video.currentTime
    const look = () => {
      if (!video.seeking && video.currentTime > from) resolve()
    }
    for (const event of ['timeupdate', 'ended']) video.addEventListener(event, look, { signal })
  })

/**
 * Plays clips as one. While they stand they are put to the clock's place by seeks, and set off together once all have
 * data; while they move each is kept to the clock by its rate. What a rate cannot mend (a clip that waits for data,
 * drift beyond the limit, the end of the timeline) makes all of them stand.
 */
export class SyncDriver {
  #clock: Clock
  #loop: boolean
  /** `starting`: play() is called on all, and the clock waits for the last of them. */
  #phase: 'standing' | 'starting' | 'moving' = 'standing'
  #playing = false
  #scrubbing = false
  /** Answers of older starts do not count. */
  #turn = 0
  #timer: ReturnType<typeof setInterval> | undefined
  /** Each clip, and where it was last sought: a browser may come to rest a little beside it. */
  readonly #clips = new Map<HTMLVideoElement, { sought: number | null }>()
  readonly #listeners = new Set<() => void>()
  readonly #now: () => number
  #state: SyncState = { playing: false, waiting: false, length: 0, clips: 0 }
  readonly #onPlay: () => void

  /** `onPlay` is called when it begins to play, so that other clips of the page can stop. */
  constructor(speed: number, loop: boolean, onPlay: () => void, now = () => performance.now()) {
    this.#clock = newClock(speed)
    this.#loop = loop
    this.#onPlay = onPlay
    this.#now = now
  }

  readonly read = () => this.#state
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Seconds on the timeline. */
  time() {
    return placeIn(timeAt(this.#clock, this.#now()), this.#length || Infinity)
  }

  /** Takes a clip in, until the function it gives is called. */
  join(video: HTMLVideoElement): () => void {
    const listening = new AbortController()
    for (const event of events)
      video.addEventListener(event, () => this.#settle(), { signal: listening.signal })
    this.#clips.set(video, { sought: null })
    this.#hold()
    this.#settle()
    return () => {
      listening.abort()
      this.#clips.delete(video)
      this.#hold()
      this.#settle()
    }
  }

  play() {
    if (this.#playing) return
    if (this.#length > 0 && this.time() >= this.#length) this.#clock = moveClock(this.#clock, 0, this.#now())
    this.#playing = true
    this.#timer = setInterval(() => this.#settle(), tick)
    this.#onPlay()
    this.#settle()
  }

  readonly pause = () => {
    this.#playing = false
    clearInterval(this.#timer)
    this.#hold()
    this.#settle()
  }

  toggle() {
    if (this.#playing) this.pause()
    else this.play()
  }

  /** To a place in seconds; it goes on from there if it played. */
  seek(time: number) {
    this.#hold()
    this.#clock = moveClock(this.#clock, placeIn(time, this.#length), this.#now())
    this.#settle()
  }

  /** So many frames on, and stands there. */
  step(frames: number) {
    this.pause()
    this.seek(this.time() + frames * frame)
  }

  /** While a hand holds the slider nothing sets off. */
  scrub(on: boolean) {
    this.#scrubbing = on
    if (on) this.#hold()
    this.#settle()
  }

  setLoop(loop: boolean) {
    this.#loop = loop
  }

  setSpeed(speed: number) {
    this.#clock = paceClock(this.#clock, speed, this.#now())
    this.#settle()
  }

  /** In a hidden tab nothing moves. */
  watchTab(): () => void {
    const listening = new AbortController()
    const changed = () => {
      if (document.hidden) this.#hold()
      this.#settle()
    }
    document.addEventListener('visibilitychange', changed, { signal: listening.signal })
    return () => listening.abort()
  }

  get #length() {
    return timelineOf([...this.#clips.keys()].map(({ duration }) => duration))
  }

  #hold() {
    this.#turn++
    this.#phase = 'standing'
    this.#clock = stopClock(this.#clock, this.#now())
    for (const [video, clip] of this.#clips) {
      clip.sought = null
      if (!video.paused) video.pause()
    }
  }

  /** The one answer to everything that happens: looks at all clips and does what is due. */
  #settle() {
    if (this.#phase === 'moving') this.#keep()
    if (this.#phase === 'standing') {
      const ready = this.#align()
      const may = this.#playing && !this.#scrubbing && !document.hidden
      if (may && ready && this.#length > 0) this.#setOff()
    }
    this.#tell()
  }

  /** Keeps what moves together; makes all stand where that takes a seek. */
  #keep() {
    const time = timeAt(this.#clock, this.#now())
    if (time >= this.#length) return this.#end()
    for (const video of this.#clips.keys()) {
      if (time >= video.duration || video.ended) continue
      const rate = rateFor(video.currentTime - time, this.#clock.speed)
      if (rate === null || video.paused || !enough(video)) return this.#hold()
      if (video.playbackRate !== rate) video.playbackRate = rate
    }
  }

  #end() {
    this.#hold()
    this.#clock = moveClock(this.#clock, this.#loop ? 0 : this.#length, this.#now())
    if (!this.#loop) this.pause()
  }

  /** Puts each clip to the clock's place; says whether all are there and have data. */
  #align(): boolean {
    const time = this.time()
    let ready = this.#clips.size > 0
    for (const [video, clip] of this.#clips) {
      // Nothing is loaded before somebody wants to see it move.
      if (this.#playing && video.preload !== 'auto') video.preload = 'auto'
      if (video.readyState < HTMLMediaElement.HAVE_METADATA) ready = false
      else {
        const place = placeIn(time, video.duration)
        if (!video.seeking && clip.sought !== place && Math.abs(video.currentTime - place) > samePlace) {
          clip.sought = place
          video.currentTime = place
        }
        ready &&= enough(video)
      }
    }
    return ready
  }

  #setOff() {
    const turn = ++this.#turn
    const time = this.time()
    if (time >= this.#length) return this.#end()
    this.#phase = 'starting'
    const going = [...this.#clips.keys()].filter(({ duration }) => time < duration - samePlace)
    void this.#start(going, time, turn)
  }

  async #start(going: HTMLVideoElement[], time: number, turn: number) {
    const over = new AbortController()
    try {
      await Promise.all(
        going.map((video) => {
          video.playbackRate = this.#clock.speed
          // WebKit keeps the promise of a clip that it plays without saying that it can.
          return Promise.race([video.play(), moves(video, over.signal)])
        }),
      )
      if (turn !== this.#turn) return
      // They have moved on since the first of them began; the clock takes their middle.
      const sum = going.reduce((total, { currentTime }) => total + currentTime, 0)
      const at = going.length > 0 ? sum / going.length : time
      this.#clock = startClock(moveClock(this.#clock, at, this.#now()), this.#now())
      this.#phase = 'moving'
      this.#settle()
    } catch (error) {
      if (turn !== this.#turn) return
      this.#hold()
      // The browser wants to be asked by a person. Anything else is tried again with the next event.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.pause()
    } finally {
      over.abort()
    }
  }

  #tell() {
    const next: SyncState = {
      playing: this.#playing,
      waiting: this.#playing && this.#phase === 'standing' && !this.#scrubbing,
      length: this.#length,
      clips: this.#clips.size,
    }
    const { playing, waiting, length, clips } = this.#state
    if (
      playing === next.playing &&
      waiting === next.waiting &&
      length === next.length &&
      clips === next.clips
    )
      return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }
}
