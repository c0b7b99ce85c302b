import { Download } from 'lucide-react'
import type { Board } from '#boards/board.ts'
import { iconOnPhone, wordOffPhone } from '#boards/parts/touch.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { exportText as words } from '#messages/en-export.ts'
import { Button } from '#ui/button.tsx'
import { usePopup } from '#ui/use-popup.ts'
import type { FindPeople } from './name-people.ts'

const loadPopup = async () => (await import('./export-popup.tsx')).ExportPopup

/** The button that takes a board out of Lookbook, in the form that is chosen. */
export function ExportMenu({ board, findPeople }: { board: Board; findPeople: FindPeople }) {
  const { button, popup, Popup } = usePopup(loadPopup, partFailed)
  return (
    <>
      <Button {...button} title={words.button} className={iconOnPhone}>
        <Download size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={wordOffPhone}>{words.button}</span>
      </Button>
      {Popup && <Popup {...popup} board={board} findPeople={findPeople} />}
    </>
  )
}
