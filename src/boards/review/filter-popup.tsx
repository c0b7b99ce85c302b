import { reviewText } from '#messages/en-review.ts'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { FilterList, type FilterListProps } from './filter-list.tsx'

export type FilterPopupProps = PopupAnchor & Omit<FilterListProps, 'onDone'>

export function FilterPopup({ anchor, open, onOpenChange, ...list }: FilterPopupProps) {
  return (
    <Popup anchor={anchor} open={open} onOpenChange={onOpenChange} label={reviewText.filterLabel}>
      <div className="-m-2">
        <FilterList {...list} onDone={() => onOpenChange(false, { event: new Event('chosen') })} />
      </div>
    </Popup>
  )
}
