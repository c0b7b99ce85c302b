import { EyeOff, Swords } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Board } from '#boards/board.ts'
import { duelsHref } from '#boards/hrefs.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { FilterList } from './filter-list.tsx'
import { SettingsList } from './settings-list.tsx'
import type { Review } from './use-review.ts'

export interface MenuPopupProps extends PopupAnchor {
  board: Board
  me: string
  review: Review
  ShareButton?: ComponentType<{ board: Board }> | undefined
}

/** On a small screen: all that a larger one has in its bar. */
export function MenuPopup({ board, me, review, ShareButton, ...anchor }: MenuPopupProps) {
  return (
    <Popup {...anchor} label={reviewText.menu} align="end">
      <div className="w-[min(280px,calc(100vw-56px))]">
        <FilterList
          board={board}
          me={me}
          review={review}
          onDone={() => anchor.onOpenChange(false, { event: new Event('chosen') })}
        />
        <div className="my-3 border-y border-line py-3">
          <SettingsList />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            aria-pressed={board.blind}
            title={boardWords.blindHint}
            className={board.blind ? 'border-accent text-accent-text' : ''}
            onClick={() => review.setBlind(!board.blind)}
          >
            <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
            {boardWords.blind}
          </Button>
          <ButtonLink to={duelsHref(board.id)}>
            <Swords size={16} strokeWidth={1.75} aria-hidden="true" />
            {reviewText.duels}
          </ButtonLink>
          {ShareButton && <ShareButton board={board} />}
        </div>
      </div>
    </Popup>
  )
}
