import { Clapperboard } from 'lucide-react'
import type { ReactNode } from 'react'

/** A small picture in a frame of 16:9; the frame stays where there is none. */
export function Thumb({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span
      aria-hidden="true"
      className={`relative flex aspect-16/9 shrink-0 items-center justify-center overflow-hidden rounded-control bg-media text-ink-3 ${className}`}
    >
      <Clapperboard size={18} strokeWidth={1.5} />
      {children}
    </span>
  )
}
