/** One pooled video element with its progress bar. The poster below stays; this fades over it. */
export interface PreviewSlot {
  show(media: HTMLElement, url: string, on: { playing: () => void; failed: () => void }): void
  /** Fades out, then lets go of the file, so that its download stops. */
  release(): void
  /** Seconds; NaN until it is known. */
  readonly duration: number
}

/** The time of the CSS transition in grid.css. */
const fadeOut = 140

export function createPreviewSlot(): PreviewSlot {
  const wrapper = document.createElement('div')
  wrapper.className = 'preview'
  // For people who see it: what it shows, the card's name says.
  wrapper.setAttribute('aria-hidden', 'true')
  const video = document.createElement('video')
  video.muted = true
  video.loop = true
  video.playsInline = true
  video.preload = 'none'
  video.disablePictureInPicture = true
  video.tabIndex = -1
  const bar = document.createElement('div')
  bar.className = 'preview-bar'
  wrapper.append(video, bar)
  let fading: ReturnType<typeof setTimeout> | undefined
  let listening: AbortController | undefined

  function drop() {
    clearTimeout(fading)
    fading = undefined
    wrapper.remove()
    if (!video.hasAttribute('src')) return
    video.removeAttribute('src')
    video.load()
  }

  return {
    show(media, url, on) {
      drop()
      listening?.abort()
      listening = new AbortController()
      const { signal } = listening
      video.addEventListener(
        'playing',
        () => {
          bar.style.animationDuration = `${video.duration}s`
          wrapper.dataset.playing = ''
          on.playing()
        },
        { once: true, signal },
      )
      video.addEventListener('error', on.failed, { once: true, signal })
      media.append(wrapper)
      video.src = url
      video.play().catch((error: unknown) => {
        // A play() cut short by release() rejects with AbortError; that is no failure of the clip.
        if (!signal.aborted && error instanceof DOMException && error.name !== 'AbortError') on.failed()
      })
    },
    release() {
      listening?.abort()
      video.pause()
      const shown = 'playing' in wrapper.dataset
      delete wrapper.dataset.playing
      if (shown) fading = setTimeout(drop, fadeOut)
      else drop()
    },
    get duration() {
      return video.duration
    },
  }
}
