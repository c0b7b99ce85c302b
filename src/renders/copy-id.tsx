import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyingText as words } from '#messages/en-copy.ts'
import { copy } from '#ui/copy.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { announce, notify } from '#ui/notices.ts'

/** How long the check stands, in ms. */
const shown = 1200

/** Copies an id, and shows a check for a moment where it has. */
export function CopyId({ id, label }: { id: string; label: string }) {
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (!done) return undefined
    const timer = setTimeout(() => setDone(false), shown)
    return () => clearTimeout(timer)
  }, [done])
  async function onClick() {
    if (!(await copy(id))) return notify({ title: words.failed })
    announce(words.copied)
    return setDone(true)
  }
  const Icon = done ? Check : Copy
  return (
    <IconButton label={label} onClick={() => void onClick()}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={done ? 'text-good' : ''} />
    </IconButton>
  )
}
