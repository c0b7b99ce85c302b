import { ArrowLeft } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Link } from 'react-router'
import { rendersText } from '#messages/en-renders.ts'
import { text } from '#messages/en.ts'
import { useTitle } from '#ui/use-title.ts'

interface RenderFrameProps {
  title: string
  heading?: RefObject<HTMLHeadingElement | null>
  /** The player, or what stands in its place. */
  stage: ReactNode
  /** Beside the stage: state, facts and what can be done. */
  children: ReactNode
  /** Under the stage. */
  below?: ReactNode
}

/** The page of one render: large on the left, facts on the right; one column when narrow. */
export function RenderFrame({ title, heading, stage, children, below }: RenderFrameProps) {
  useTitle(text.title.of(title))
  return (
    <>
      <Link
        to="/renders"
        className="mt-2 mb-3 -ml-2 inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-13 font-medium text-ink-2 hover:bg-well hover:text-ink"
      >
        <ArrowLeft size={16} strokeWidth={1.75} aria-hidden="true" />
        {rendersText.page.back}
      </Link>
      <h1
        ref={heading}
        tabIndex={-1}
        className="mb-4 truncate rounded-[4px] text-20 font-semibold tracking-[-0.01em]"
        dir="auto"
      >
        {title}
      </h1>
      <div className="grid gap-x-8 gap-y-5 min-[900px]:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          {stage}
          {below}
        </div>
        <div className="flex min-w-0 flex-col gap-4">{children}</div>
      </div>
    </>
  )
}
