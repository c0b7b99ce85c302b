import { useEffect, useState } from 'react'
import type { Board } from '#boards/board.ts'
import { encodeShare } from './share-code.ts'
import type { Share } from './shared-part.ts'

/** Characters. Longer ones are cut by chats, mail and some browsers' address bars. */
const longestLink = 8000

export type ShareLink =
  | { state: 'making' }
  | { state: 'ready'; url: string }
  | { state: 'too-long' | 'failed' }

async function linkTo(board: Board, share: Share, me: string): Promise<ShareLink> {
  try {
    const fragment = await encodeShare(board, share, me)
    const url = `${location.origin}/r${fragment ?? ''}`
    return fragment === null || url.length > longestLink ? { state: 'too-long' } : { state: 'ready', url }
  } catch {
    // Without CompressionStream, as in old browsers.
    return { state: 'failed' }
  }
}

/** The link to a share of the board as it is now. The one before stays until the next is there. */
export function useShareLink(board: Board, share: Share, me: string): ShareLink {
  const [link, setLink] = useState<{ share: Share; link: ShareLink }>({ share, link: { state: 'making' } })
  useEffect(() => {
    let left = false
    const tell = (next: ShareLink) => left || setLink({ share, link: next })
    void linkTo(board, share, me).then(tell)
    return () => void (left = true)
  }, [board, share, me])
  return link.share === share ? link.link : { state: 'making' }
}
