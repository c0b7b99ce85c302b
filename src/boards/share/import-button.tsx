import { FolderInput } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { iconOnPhone, wordOffPhone } from '#boards/parts/touch.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { shareText as words } from '#messages/en-share.ts'
import { Button } from '#ui/button.tsx'
import { usePopup } from '#ui/use-popup.ts'

const loadPopup = async () => (await import('./import-popup.tsx')).ImportPopup

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Opens what somebody else sent: a link, a code or a file. A file may also be dropped anywhere on the page. */
export function ImportButton() {
  const { button, popup, Popup } = usePopup(loadPopup, partFailed)
  const [dropped, setDropped] = useState<File | null>(null)
  const drop = useEffectEvent((event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (!file) return
    // Else the browser would leave the page for the file.
    event.preventDefault()
    setDropped(file)
    popup.onOpenChange(true, { event })
  })
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => drop(event)
    document.addEventListener('dragover', over)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  return (
    <>
      <Button {...button} title={words.import.button} className={iconOnPhone}>
        <FolderInput size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={wordOffPhone}>{words.import.button}</span>
      </Button>
      {Popup && (
        <Popup
          {...popup}
          // A file that was dropped is for one opening.
          onOpenChange={(open, details) => {
            if (!open) setDropped(null)
            popup.onOpenChange(open, details)
          }}
          dropped={dropped}
        />
      )}
    </>
  )
}
