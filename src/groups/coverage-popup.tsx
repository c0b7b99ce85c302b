import { coverageText as words } from '#messages/en-coverage.ts'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { Coverage, type CoverageProps } from './coverage.tsx'

/** The matrix at a button, where the header has no room for it. */
export function CoveragePopup({ name, cells, growing, hrefOf, ...popup }: CoverageProps & PopupAnchor) {
  return (
    <Popup {...popup} align="end" label={words.title}>
      <div className="max-w-[calc(100vw-56px)] overflow-x-auto">
        <Coverage name={name} cells={cells} growing={growing} hrefOf={hrefOf} />
      </div>
    </Popup>
  )
}
