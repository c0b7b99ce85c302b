import { selectionText as words } from '#messages/en-selection.ts'
import { notify } from '#ui/notices.ts'
import { selection } from './selection.ts'

/** Selects looks, as many as may be, and says where that were not all. */
export function addLooks(ids: readonly string[]): void {
  if (selection.add(ids) > 0) notify({ title: words.most(selection.rules().max) })
}

/** Selects a look, or no longer. */
export function toggleLook(id: string): void {
  if (!selection.toggle(id)) notify({ title: words.most(selection.rules().max) })
}
