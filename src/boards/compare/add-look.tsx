import { Plus } from 'lucide-react'
import { iconOnPhone, wordOffPhone } from '#boards/parts/touch.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { compareText as words } from '#messages/en-compare.ts'
import { Button } from '#ui/button.tsx'
import { usePopup } from '#ui/use-popup.ts'
import type { AddLookPopupProps, Addable } from './add-look-popup.tsx'

const loadPopup = async () => (await import('./add-look-popup.tsx')).AddLookPopup

export interface AddLookProps extends Addable {
  /** As many as can be told apart are there. */
  full: boolean
}

/** The button that takes another look into the comparison. */
export function AddLook({ full, ...props }: AddLookProps) {
  const { button, popup, Popup } = usePopup<AddLookPopupProps>(loadPopup, partFailed)
  return (
    <>
      <Button
        {...button}
        title={full ? words.addFull : words.add}
        aria-disabled={full}
        className={iconOnPhone}
        onClick={full ? undefined : button.onClick}
      >
        <Plus size={18} strokeWidth={1.75} aria-hidden="true" />
        <span className={wordOffPhone}>{words.add}</span>
      </Button>
      {Popup && <Popup {...popup} {...props} />}
    </>
  )
}
