let audio: HTMLAudioElement | null = null
let playing: string | null = null
const listeners = new Set<() => void>()

function set(url: string | null) {
  playing = url
  for (const listener of listeners) listener()
}

/** The page's one player of voice samples: starting one stops the other. */
export const samplePlayer = {
  current: () => playing,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  play(url: string, onFailed: () => void) {
    audio?.pause()
    const started = new Audio(url)
    audio = started
    const end = () => audio === started && set(null)
    started.addEventListener('ended', end)
    started.play().catch(() => {
      // A newer sample, or stop(), ends this one too; only a failure of its own is said.
      if (audio === started && playing === url) {
        end()
        onFailed()
      }
    })
    set(url)
  },
  stop() {
    audio?.pause()
    audio = null
    set(null)
  },
}
