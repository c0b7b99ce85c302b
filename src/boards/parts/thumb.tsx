import type { BoardLook } from '#boards/board.ts'
import { LookImage } from './look-image.tsx'

/** A small picture of a look, named beside it. */
export function Thumb({ look, className = '' }: { look: BoardLook; className?: string }) {
  return (
    <span className={`relative block shrink-0 overflow-hidden rounded-control bg-media ${className}`}>
      <LookImage look={look} drawnWidth={128} />
    </span>
  )
}
