import type { BoardLook } from '#boards/board.ts'
import { boardLookName } from '#boards/names.ts'
import { useRestedLook } from '#boards/parts/use-live-look.ts'
import { VerdictBadge } from '#boards/parts/verdict-mark.tsx'
import type { Verdict } from '#boards/register-keys.ts'
import { Picture } from '#looks/picture.tsx'
import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import { stripMargin, thumbStep, thumbWidth } from './strip-window.ts'

export interface StripThumbProps {
  id: string
  look: BoardLook
  index: number
  count: number
  verdict: Verdict
  current: boolean
  /** Asked for at once: it was there when the strip came. */
  soon: boolean
}

/** One picture of the filmstrip, with its verdict. The strip hears what is pressed. */
export function StripThumb({ id, look, index, count, verdict, current, soon }: StripThumbProps) {
  const { look: live } = useRestedLook(look.id, soon)
  const name = boardLookName(look, live)
  return (
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      className={`group/thumb absolute top-[11px] h-16 cursor-pointer overflow-hidden rounded-control bg-media ${current ? 'ring-2 ring-accent' : ''}`}
      style={{ left: stripMargin + index * thumbStep, width: thumbWidth }}
    >
      <Picture
        lookId={look.id}
        url={live?.preview_image_url ?? null}
        name={name}
        drawnWidth={thumbWidth}
        className={`size-full object-cover object-[50%_18%] text-ink-2 ${current ? '' : 'opacity-60 group-hover/thumb:opacity-100'}`}
      />
      <VerdictBadge verdict={verdict} small />
      <span className="sr-only">{reviewText.thumb(name, boardWords.verdict[verdict])}</span>
    </div>
  )
}
