import { useEffect, useEffectEvent, type RefObject } from 'react'

/** Ctrl or Cmd with Enter sends a form from anywhere in it. Enter alone never does: sending costs money. */
export function useSendKeys(form: RefObject<HTMLFormElement | null>, submit: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    const meant = event.ctrlKey || event.metaKey
    const typing = event.target instanceof HTMLTextAreaElement && !meant
    // A key that is held is one press: repeated, it would click through a confirmation.
    if (meant || event.target instanceof HTMLInputElement || (event.repeat && !typing)) event.preventDefault()
    if (meant && !event.repeat) submit()
  })
  useEffect(() => {
    const element = form.current
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [form])
}
