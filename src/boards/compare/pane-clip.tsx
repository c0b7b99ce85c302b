import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { freshPicture } from '#looks/fresh-picture.ts'
import { lookQueries } from '#queries/looks.ts'
import type { SyncDriver } from './sync-driver.ts'

export interface PaneClipProps {
  lookId: string
  url: string
  driver: SyncDriver
  /** It did not play, by a fresh link neither. */
  onFailed: () => void
}

/** A clip that the driver plays together with the others. It lies over the picture once it has a frame to show. */
export function PaneClip({ lookId, url, driver, onFailed }: PaneClipProps) {
  const client = useQueryClient()
  const [shown, setShown] = useState(false)
  // A link that failed is not tried again, unless somebody asks for it.
  const failed = useRef<string>(undefined)

  const join = useCallback(
    (video: HTMLVideoElement | null) => (video ? driver.join(video) : undefined),
    [driver],
  )

  /** Links expire: the look is asked for once, and with a new link the clip begins anew. */
  async function askAgain() {
    if (failed.current !== undefined) return onFailed()
    failed.current = url
    await freshPicture(client, lookId)
    if (client.getQueryData(lookQueries.detail(lookId).queryKey)?.preview_video_url === url) onFailed()
  }

  return (
    <video
      key={url}
      ref={join}
      src={url}
      muted
      playsInline
      disablePictureInPicture
      preload="none"
      tabIndex={-1}
      aria-hidden="true"
      className={shown ? '' : 'opacity-0'}
      onLoadedData={() => setShown(true)}
      onError={() => void askAgain()}
    />
  )
}
