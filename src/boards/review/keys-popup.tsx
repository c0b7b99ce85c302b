import { useLetterKeys } from '#boards/letter-keys.ts'
import { KeyList } from '#boards/parts/key-list.tsx'
import { reviewText } from '#messages/en-review.ts'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { SettingsList } from './settings-list.tsx'

/** The keys of the page, and what a reviewer can set. */
export function KeysPopup(anchor: PopupAnchor) {
  return (
    <Popup {...anchor} label={reviewText.keys} align="end">
      <div className="w-[min(320px,calc(100vw-56px))]">
        <KeyList rows={reviewText.keyList} letters={useLetterKeys()} />
        <div className="mt-3 border-t border-line pt-3">
          <SettingsList />
        </div>
      </div>
    </Popup>
  )
}
