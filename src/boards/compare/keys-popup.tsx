import { letterKeys, useLetterKeys } from '#boards/letter-keys.ts'
import { CheckRow } from '#boards/parts/check-row.tsx'
import { KeyList } from '#boards/parts/key-list.tsx'
import { boardWords } from '#messages/en-board-common.ts'
import { compareText as words } from '#messages/en-compare.ts'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'

/** The keys of a pane, and whether letters are among them. */
export function KeysPopup({ withBoard, ...popup }: PopupAnchor & { withBoard: boolean }) {
  const { label, hint, usual, reviewing } = words.keys
  return (
    <Popup {...popup} align="end" label={label}>
      <div className="w-[min(320px,calc(100vw-56px))]">
        <KeyList rows={withBoard ? [...usual, ...reviewing] : usual} letters={useLetterKeys()} />
        <p className="mt-2 text-12 text-ink-2">{hint}</p>
        <div className="mt-3 border-t border-line pt-3">
          <CheckRow
            label={boardWords.letterKeysHint}
            checked={useLetterKeys()}
            onChange={letterKeys.change}
          />
        </div>
      </div>
    </Popup>
  )
}
