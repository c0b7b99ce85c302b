import { Copy } from 'lucide-react'
import type { ComponentType } from 'react'
import { copyingText } from '#messages/en-copy.ts'
import { selectionText as words } from '#messages/en-selection.ts'
import { Button } from '#ui/button.tsx'
import { copy } from '#ui/copy.ts'
import { notify } from '#ui/notices.ts'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'

export interface TrayMenuProps extends PopupAnchor {
  lookIds: readonly string[]
  /** More of what can be done with them, a button a line. */
  ExportActions?: ComponentType<{ lookIds: readonly string[] }> | undefined
}

async function copyIds(lookIds: readonly string[]) {
  const copied = await copy(lookIds.join('\n'))
  notify({ title: copied ? words.copied(lookIds.length) : copyingText.failed })
}

/** What is done with a selection less often. */
export function TrayMenu({ lookIds, ExportActions, ...popup }: TrayMenuProps) {
  return (
    <Popup {...popup} align="end" label={words.more}>
      <div className="-m-2 flex w-44 flex-col">
        <Button variant="quiet" className="justify-start text-ink" onClick={() => void copyIds(lookIds)}>
          <Copy size={16} strokeWidth={1.75} aria-hidden="true" />
          {words.copyIds}
        </Button>
        {ExportActions && <ExportActions lookIds={lookIds} />}
      </div>
    </Popup>
  )
}
