import { useRef, type ReactNode } from 'react'
import { rendersText } from '#messages/en-renders.ts'
import { text } from '#messages/en.ts'
import { useTitle } from '#ui/use-title.ts'
import { AccountVideos } from './account-videos.tsx'
import { NextCheck } from './next-check.tsx'
import { RenderRow } from './render-row.tsx'
import { isSettled, type Render } from './render.ts'
import { useRenders } from './store.ts'
import { useMarkSeen } from './use-mark-seen.ts'

export interface RendersPageProps {
  /** The picture of a look; it fills a positioned box of 96 by 54. */
  picture: (lookId: string) => ReactNode
  /** Opens the form of a render that came to nothing, with its draft. */
  onEdit: (render: Render) => void
}

/** Every render of this browser, then the account's other videos. */
export function RendersPage({ picture, onEdit }: RendersPageProps) {
  const renders = useRenders()
  const heading = useRef<HTMLHeadingElement>(null)
  useMarkSeen(renders)
  useTitle(text.title.of(rendersText.title))
  const running = renders.filter((render) => !isSettled(render)).length
  return (
    <main id="main" tabIndex={-1} className="pb-16 outline-none">
      <div className="flex min-h-13 flex-wrap items-center gap-3 px-(--gutter) py-2">
        <h1 ref={heading} tabIndex={-1} className="rounded-[4px] text-20 font-semibold tracking-[-0.01em]">
          {rendersText.title}
        </h1>
        {running > 0 && (
          <span className="rounded-full bg-well px-2.5 py-1.5 text-12 font-medium text-ink-2 tabular-nums">
            {rendersText.running(running)}
          </span>
        )}
        <NextCheck renders={renders} heading={heading} />
      </div>
      {renders.length > 0 ? (
        <ul aria-label={rendersText.own} className="border-b border-line">
          {renders.map((render) => (
            <RenderRow key={render.key} render={render} picture={picture} onEdit={onEdit} />
          ))}
        </ul>
      ) : (
        <p className="border-y border-line px-(--gutter) py-6 text-14 text-ink-2">
          {rendersText.empty} {rendersText.emptyHint}
        </p>
      )}
      <AccountVideos own={new Set(renders.flatMap(({ videoId }) => videoId ?? []))} />
    </main>
  )
}
