import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog } from '@base-ui/react/dialog'
import { useRef } from 'react'
import { boardLookName } from '#boards/names.ts'
import { reviewText } from '#messages/en-review.ts'
import { Button } from '#ui/button.tsx'
import { NoteField } from './note-field.tsx'
import { ReviewerList } from './reviewer-list.tsx'
import type { JudgeProps } from './side-panel.tsx'

/** From the foot of a small screen: the note, and what others say. */
export function NoteSheet({ board, me, review, look, live, onClose }: JudgeProps & { onClose: () => void }) {
  const note = useRef<HTMLTextAreaElement>(null)
  const name = boardLookName(look, live.look)
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/45 transition-opacity duration-140 data-starting-style:opacity-0 dark:bg-black/60" />
          <Dialog.Popup
            data-dialog
            initialFocus={note}
            className="fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[85dvh] max-w-160 overflow-y-auto rounded-t-panel bg-surface p-5 pb-[max(20px,env(safe-area-inset-bottom))] text-ink shadow-panel outline-none transition-[translate] duration-200 data-starting-style:translate-y-full"
          >
            <div className="mb-3 flex items-center gap-3">
              <Dialog.Title className="min-w-0 flex-1 truncate text-16 font-semibold" dir="auto">
                {name}
              </Dialog.Title>
              <Dialog.Close render={<Button />}>{reviewText.noteDone}</Dialog.Close>
            </div>
            <NoteField
              key={`${board.id} ${look.id}`}
              ref={note}
              boardId={board.id}
              lookId={look.id}
              reviewer={me}
              name={name}
              stored={review.review.note}
              className="min-h-28"
            />
            <div className="mt-5">
              <ReviewerList board={board} me={me} lookId={look.id} onSubmit={review.submit} />
            </div>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  )
}
