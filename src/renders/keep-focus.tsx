import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'

interface KeepFocusProps {
  to: RefObject<HTMLElement | null>
  className?: string
  children: ReactNode
}

/** What it holds may go away by itself; the focus, if it was in there, then goes to another place. */
export function KeepFocus({ to, className, children }: KeepFocusProps) {
  const box = useRef<HTMLDivElement>(null)
  // Before it leaves the document: afterwards the focus would be nowhere.
  useLayoutEffect(() => {
    const element = box.current
    const next = to.current
    return () => {
      if (element?.contains(document.activeElement)) next?.focus()
    }
  }, [to])
  return (
    <div ref={box} className={className}>
      {children}
    </div>
  )
}
