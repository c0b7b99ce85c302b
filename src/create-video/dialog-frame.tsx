import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { createText } from '#messages/en-create.ts'
import { text } from '#messages/en.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useTitle } from '#ui/use-title.ts'

/** The dialog itself: over the page, with the keys; the text comes first. */
export function DialogFrame({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const popup = useRef<HTMLDivElement>(null)
  useTitle(text.title.of(createText.title))
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/45 transition-opacity duration-140 data-starting-style:opacity-0 dark:bg-black/60" />
          <Dialog.Popup
            ref={popup}
            data-dialog
            initialFocus={() => popup.current?.querySelector<HTMLElement>('textarea') ?? popup.current}
            className="fixed inset-0 z-50 m-auto flex w-full flex-col overflow-hidden bg-surface text-ink shadow-panel outline-none transition-[opacity,scale] duration-140 data-starting-style:scale-98 data-starting-style:opacity-0 sm:h-[min(712px,calc(100dvh-48px))] sm:w-[min(1080px,calc(100vw-48px))] sm:rounded-panel"
          >
            {children}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  )
}

export interface DialogHeadProps {
  onClose: () => void
  /** Whose video it is. */
  about?: string
  children?: ReactNode
}

/** What it is, the choice of a way where there is one, and the way out. */
export function DialogHead({ onClose, about, children }: DialogHeadProps) {
  return (
    <div className="flex min-h-15 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-5 py-3">
      <Dialog.Title className="text-16 font-semibold">{createText.title}</Dialog.Title>
      {children}
      {about && (
        <Dialog.Description
          className="order-last min-w-0 basis-full truncate text-13 text-ink-2 sm:order-none sm:flex-1 sm:basis-0"
          dir="auto"
        >
          {about}
        </Dialog.Description>
      )}
      <IconButton label={text.app.close} className="-mr-2 ml-auto" onClick={onClose}>
        <X size={18} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
