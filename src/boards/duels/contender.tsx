import type { BoardLook } from '#boards/board.ts'
import { boardLookCaption, boardLookName } from '#boards/names.ts'
import { useLiveLook } from '#boards/parts/use-live-look.ts'
import { Picture } from '#looks/picture.tsx'
import { boardWords } from '#messages/en-board-common.ts'
import { duelText } from '#messages/en-review.ts'

export interface ContenderProps {
  look: BoardLook
  /** The key that chooses it. */
  shortcut: string
  onChoose: () => void
}

/** Very long or wide ones would leave the other no room. */
const ratioOf = (width: number | null, height: number | null) =>
  width && height ? Math.min(2, Math.max(0.5, width / height)) : 4 / 5

/** One of two: all of it is the button that chooses it. */
export function Contender({ look, shortcut, onChoose }: ContenderProps) {
  const { look: live, gone } = useLiveLook(look.id)
  const name = boardLookName(look, live)
  const ratio = ratioOf(live?.image_width ?? look.note.width, live?.image_height ?? look.note.height)
  return (
    <button
      type="button"
      onClick={onChoose}
      className="group flex min-h-0 min-w-0 flex-1 flex-col rounded-panel text-left"
    >
      <span className="@container-[size] flex min-h-0 w-full flex-1 items-end justify-center">
        <span
          className="relative block overflow-hidden rounded-panel bg-media ring-accent transition-shadow duration-120 group-hover:ring-2"
          style={{ aspectRatio: ratio, width: `min(100cqw, 100cqh * ${ratio})` }}
        >
          <Picture
            key={look.id}
            lookId={look.id}
            url={live?.preview_image_url ?? null}
            name={name}
            className="absolute inset-0 size-full object-contain text-ink-2"
          />
          <span
            aria-hidden="true"
            className="absolute bottom-3 left-3 grid h-7 min-w-7 place-items-center rounded-control bg-black/62 px-2 text-13 font-medium text-white [@media(hover:none)]:hidden"
          >
            {shortcut}
          </span>
        </span>
      </span>
      <span className="mt-3 block w-full truncate text-center text-16 font-semibold" dir="auto">
        {name}
      </span>
      <span className="block w-full truncate text-center text-13 text-ink-2" dir="auto">
        {gone ? boardWords.gone : boardLookCaption(look, live)}
      </span>
      <span className="sr-only">{duelText.better}</span>
    </button>
  )
}
