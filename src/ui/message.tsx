import type { ReactNode } from 'react'

export interface MessageProps {
  title: string
  hint?: ReactNode
  /** What can be done: buttons or links. */
  children?: ReactNode
  /** Small print under it, such as a request id. */
  note?: string | undefined
  level?: 1 | 2
}

/** The empty, error and not-found state of a list or a page: what is so, why, and what to do. */
export function Message({ title, hint, children, note, level = 2 }: MessageProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-112 flex-col items-center px-6 py-20 text-center">
      <Heading className="text-16 font-semibold text-ink">{title}</Heading>
      {hint && <p className="mt-1.5 text-14 text-ink-2">{hint}</p>}
      {children && <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div>}
      {note && <p className="mt-6 font-mono text-12 text-ink-3">{note}</p>}
    </div>
  )
}
