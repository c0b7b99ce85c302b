let stopCurrent: (() => void) | null = null

/** The page plays one clip at a time, wherever it is: claiming the playback stops who had it. */
export const playback = {
  claim(stop: () => void) {
    if (stopCurrent !== stop) stopCurrent?.()
    stopCurrent = stop
  },
  release(stop: () => void) {
    if (stopCurrent === stop) stopCurrent = null
  },
}
