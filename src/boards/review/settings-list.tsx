import { letterKeys, useLetterKeys } from '#boards/letter-keys.ts'
import { CheckRow } from '#boards/parts/check-row.tsx'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { autoAdvance, useAutoAdvance } from './auto-advance.ts'

/** What a reviewer can set for themselves. */
export const SettingsList = () => (
  <div className="flex flex-col gap-2">
    <CheckRow label={reviewText.autoAdvance} checked={useAutoAdvance()} onChange={autoAdvance.change} />
    <CheckRow label={boardWords.letterKeysHint} checked={useLetterKeys()} onChange={letterKeys.change} />
  </div>
)
