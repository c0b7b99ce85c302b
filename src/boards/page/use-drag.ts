import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import type { GridLayout } from '#gallery/layout.ts'
import { dragCards, type At } from './drag-cards.ts'
import { gapAt, type Gap } from './place.ts'

export interface DragEvents {
  /** A card is taken. False where it cannot be. */
  onLift: (id: string, gap: Gap) => boolean
  onMove: (gap: Gap) => void
  onDrop: (gap: Gap) => void
  onBack: () => void
}

/** Dragging the cards of a grid into its gaps. Gives the ref of what follows the pointer. */
export function useDrag(
  root: RefObject<HTMLElement | null>,
  layout: GridLayout,
  count: number,
  events: DragEvents,
): RefObject<HTMLDivElement | null> {
  const ghost = useRef<HTMLDivElement>(null)
  function gapHere({ x, y }: At): Gap {
    const box = root.current?.getBoundingClientRect()
    return gapAt(x - (box?.left ?? 0), y - (box?.top ?? 0), count, layout)
  }
  const onLift = useEffectEvent((id: string, at: At) => events.onLift(id, gapHere(at)))
  const onDrag = useEffectEvent((at: At) => {
    if (ghost.current) ghost.current.style.transform = `translate(${at.x + 14}px, ${at.y + 14}px)`
    events.onMove(gapHere(at))
  })
  const onDrop = useEffectEvent((at: At) => events.onDrop(gapHere(at)))
  const onBack = useEffectEvent(() => events.onBack())
  useEffect(() => {
    if (!root.current) return undefined
    return dragCards(root.current, {
      onLift: (id, at) => onLift(id, at),
      onDrag: (at) => onDrag(at),
      onDrop: (at) => onDrop(at),
      onBack: () => onBack(),
    })
  }, [root])
  return ghost
}
