import '#ui/whole.css'
import { useEffect, type ReactNode } from 'react'
import { partFailed } from '#gallery/part-failed.ts'
import { accessText } from '#messages/en-access.ts'
import { notify } from '#ui/notices.ts'
import { usePopup } from '#ui/use-popup.ts'
import { farewell } from './farewell.ts'
import { followSignOut } from './sign-out.ts'

const loadPopup = async () => (await import('./sign-out-popup.tsx')).SignOutPopup

/** As of what it takes the place of. */
export interface AccountPartProps {
  title: string
  className: string
  children: ReactNode
}

/** Whose looks these are, as the button to sign out by. */
export function AccountPart({ title, className, children }: AccountPartProps) {
  const { button, popup, Popup } = usePopup(loadPopup, partFailed)
  useEffect(followSignOut, [])
  useEffect(() => {
    if (farewell.read() !== 'unreached') return
    farewell.forget()
    notify({ title: accessText.unreached, description: accessText.unreachedHint })
  }, [])
  return (
    <>
      <button
        {...button}
        type="button"
        title={`${title} ${accessText.signOut.action}`}
        className={`${className} transition-colors duration-120 hover:text-ink`}
      >
        {children}
        <span className="sr-only">{accessText.signOut.action}</span>
      </button>
      {Popup && <Popup {...popup} />}
    </>
  )
}
