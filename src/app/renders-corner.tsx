import { Clapperboard } from 'lucide-react'
import { text } from '#messages/en.ts'
import { useLate } from '#ui/use-late.ts'
import { usePart } from '#ui/use-part.ts'
import { BarLink } from './bar-link.tsx'

const loadPart = async () => (await import('./renders-part.tsx')).RendersPart

/** The renders' place in the bar: a link to their page until the page is at rest, then their button and its tray. */
export function RendersCorner() {
  // Where its code cannot be had, the link stays.
  const { Part } = usePart(loadPart, useLate(true, 500), () => {})
  if (Part) return <Part />
  return <BarLink to="/renders" label={text.title.renders} Icon={Clapperboard} />
}
