import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { accessText } from '#messages/en-access.ts'
import { Button } from '#ui/button.tsx'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { signOut } from './sign-out.ts'

const words = accessText.signOut

/** Says what signing out takes from this browser, and does it. */
export function SignOutPopup(anchor: PopupAnchor) {
  const [busy, setBusy] = useState(false)
  return (
    <Popup {...anchor} label={words.action} align="end">
      <div className="flex w-[min(300px,calc(100vw-56px))] flex-col gap-4">
        <p className="text-13 text-ink-2">{words.hint}</p>
        <Button
          aria-disabled={busy}
          className="self-start"
          onClick={() => {
            if (busy) return
            setBusy(true)
            void signOut()
          }}
        >
          <LogOut size={16} strokeWidth={1.75} aria-hidden="true" />
          {busy ? words.busy : words.action}
        </Button>
      </div>
    </Popup>
  )
}
