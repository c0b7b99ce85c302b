import { Clapperboard } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { text } from '#messages/en.ts'
import { usePart } from '#ui/use-part.ts'

const loadPart = async () => (await import('./renders-part.tsx')).RendersPart

/** The renders' place in the bar: a link to their page until the page is at rest, then their button and its tray. */
export function RendersCorner() {
  const [rested, setRested] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), 500)
    return () => clearTimeout(timer)
  }, [])
  // Where its code cannot be had, the link stays.
  const { Part } = usePart(loadPart, rested, () => setRested(false))
  if (Part) return <Part />
  return (
    <Link
      to="/renders"
      aria-label={text.title.renders}
      title={text.title.renders}
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-well hover:text-ink"
    >
      <Clapperboard size={18} strokeWidth={1.75} aria-hidden="true" />
    </Link>
  )
}
