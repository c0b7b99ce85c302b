import { Share2 } from 'lucide-react'
import type { Board } from '#boards/board.ts'
import { iconOnPhone, wordOffPhone } from '#boards/parts/touch.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { shareText as words } from '#messages/en-share.ts'
import { Button } from '#ui/button.tsx'
import { usePopup } from '#ui/use-popup.ts'

const loadPopup = async () => (await import('./share-popup.tsx')).SharePopup

/** The button that gives a board, or one's review of it, to others. */
export function ShareButton({ board }: { board: Board }) {
  const { button, popup, Popup } = usePopup(loadPopup, partFailed)
  return (
    <>
      <Button {...button} id="board-share" title={words.share} className={iconOnPhone}>
        <Share2 size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={wordOffPhone}>{words.share}</span>
      </Button>
      {Popup && <Popup {...popup} board={board} />}
    </>
  )
}
