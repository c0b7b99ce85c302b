import type { BoardLook } from '#boards/board.ts'
import { boardLookName } from '#boards/names.ts'
import { Picture } from '#looks/picture.tsx'
import { useRestedLook } from './use-live-look.ts'

export interface LookImageProps {
  look: BoardLook
  /** CSS pixels at most. */
  drawnWidth: number
}

/** The picture of a look on a board; it fills the positioned box it stands in, which is named beside it. */
export function LookImage({ look, drawnWidth }: LookImageProps) {
  const { look: live } = useRestedLook(look.id)
  // Initials until there is a picture, and where there is none.
  return (
    <Picture
      lookId={look.id}
      url={live?.preview_image_url ?? null}
      name={boardLookName(look, live)}
      drawnWidth={drawnWidth}
      className="absolute inset-0 size-full object-cover object-[50%_18%]"
    />
  )
}
