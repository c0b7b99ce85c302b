import { text } from '#messages/en.ts'

/** A card that is on its way, at its final size. */
export function SkeletonCard() {
  return (
    <div role="gridcell" className="card skeleton" aria-label={text.grid.loading}>
      <div className="media" />
      <div className="bone" />
      <div className="bone" />
    </div>
  )
}
