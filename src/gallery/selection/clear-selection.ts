import { selectionText as words } from '#messages/en-selection.ts'
import { notify } from '#ui/notices.ts'
import { selection } from './selection.ts'

/** Drops the selection, and offers the way back where it was more than a click; false where there was none. */
export function clearSelection(): boolean {
  const before = selection.read()
  if (before.length === 0) return false
  selection.clear()
  if (before.length > 1)
    notify({
      title: words.cleared(before.length),
      action: { label: words.undo, run: () => void selection.add(before) },
    })
  return true
}
