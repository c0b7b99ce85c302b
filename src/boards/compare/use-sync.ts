import { useEffect, useState, useSyncExternalStore } from 'react'
import { playback } from '#gallery/preview/playback.ts'
import { previewMode, useViewSettings } from '#gallery/view-settings.ts'
import { useCompareSettings } from './compare-settings.ts'
import { SyncDriver } from './sync-driver.ts'

function createDriver(speed: number, loop: boolean): SyncDriver {
  const driver: SyncDriver = new SyncDriver(speed, loop, () => playback.claim(driver.pause))
  return driver
}

/** The driver of a comparison: it plays at once where clips do, and stops when another part of the page plays one. */
export function useSync(): SyncDriver {
  const { preview } = useViewSettings()
  const { loop, speed } = useCompareSettings()
  const [driver] = useState(() => createDriver(speed, loop))
  const atOnce = previewMode(preview) === 'hover'

  useEffect(() => driver.setLoop(loop), [driver, loop])
  useEffect(() => driver.setSpeed(speed), [driver, speed])
  useEffect(() => {
    const forget = driver.watchTab()
    if (atOnce) driver.play()
    return () => {
      forget()
      driver.pause()
      playback.release(driver.pause)
    }
  }, [driver, atOnce])
  return driver
}

export const useSyncState = (driver: SyncDriver) => useSyncExternalStore(driver.subscribe, driver.read)
